# METADATA
# title: Workloads should keep off the nodes of the control plane
# description: >-
#   A pod on a control plane node stands beside etcd and the API server's keys: what breaks out there has the cluster. DaemonSets, which serve every node, are not asked.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
# custom:
#   severity: low
#   remediation: remove the toleration or the node selector
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Worker node segmentation"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}]
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.security.control_plane_nodes

import data.attest.lib.kubernetes

taints := {"node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"}

warn contains result if {
	some i, toleration in kubernetes.pod_spec.tolerations
	toleration.key in taints
	i == min(tolerated)
	result := {
		"message": "the pod may run on the nodes of the control plane",
		"path": array.concat(kubernetes.pod_path, ["tolerations", i]),
	}
}

warn contains result if {
	input.kind != "DaemonSet"
	some label in taints
	kubernetes.pod_spec.nodeSelector[label]
	count(tolerated) == 0
	result := {
		"message": "the pod runs on the nodes of the control plane",
		"path": array.concat(kubernetes.pod_path, ["nodeSelector", label]),
	}
}

tolerated := {i |
	input.kind != "DaemonSet"
	some i, toleration in kubernetes.pod_spec.tolerations
	toleration.key in taints
}
