# METADATA
# title: The scheduler should choose the node
# description: >-
#   What chooses its node past the scheduler lands on nodes that are full, cordoned or set apart.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/
package attest.deployment.node_selection

import data.attest.lib.kubernetes

# METADATA
# title: Pods should not name their node
# description: >-
#   With `nodeName` a pod passes the scheduler by: taints and free resources are not asked, and when the node is gone, so is the pod.
# custom:
#   severity: low
#   remediation: 'use a `nodeSelector` or an affinity'
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         nodeSelector: {disk: fast}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         nodeName: node-7
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_name contains result if {
	kubernetes.pod_spec.nodeName != ""

	# A pod of the cluster has been given its node.
	not input.kind == "Pod"
	result := {
		"message": sprintf("the pods name their node, `%s`", [kubernetes.pod_spec.nodeName]),
		"path": array.concat(kubernetes.pod_path, ["nodeName"]),
	}
}

warn_name contains result if {
	input.kind == "Pod"
	kubernetes.pod_spec.nodeName != ""
	not input.metadata.uid
	result := {
		"message": sprintf("the pod names its node, `%s`", [kubernetes.pod_spec.nodeName]),
		"path": array.concat(kubernetes.pod_path, ["nodeName"]),
	}
}

# METADATA
# title: Workloads should not tolerate every taint
# description: >-
#   Taints keep pods off nodes that are broken, full or set apart. Only what must run on every node, a DaemonSet, has reason to tolerate them all.
# custom:
#   severity: low
#   remediation: name the taints that are tolerated
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         tolerations: [{key: gpu, operator: Exists}]
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         tolerations: [{operator: Exists}]
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_tolerations contains result if {
	input.kind != "DaemonSet"
	some i, toleration in kubernetes.pod_spec.tolerations
	toleration.operator == "Exists"
	object.get(toleration, "key", "") == ""
	result := {
		"message": "the pod tolerates every taint",
		"path": array.concat(kubernetes.pod_path, ["tolerations", i]),
	}
}
