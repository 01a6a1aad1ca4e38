# METADATA
# title: Pods must not share the namespaces of their node
# description: >-
#   Linux namespaces keep a pod apart from its node and from other pods. A pod that shares them sees their traffic,
#   their processes or their memory.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
package attest.security.host_namespaces

import data.attest.lib.kubernetes

# METADATA
# title: Pods must not use the network of their node
# description: >-
#   With `hostNetwork` a pod reaches what listens on the node's loopback, reads the node's traffic, and escapes network policies.
# custom:
#   severity: high
#   remediation: remove `hostNetwork`, and expose the pod through a Service
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.5"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["2.2.6"]
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
#         hostNetwork: true
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
deny_network contains result if {
	kubernetes.pod_spec.hostNetwork == true
	result := {
		"message": "the pod uses the network of its node",
		"path": array.concat(kubernetes.pod_path, ["hostNetwork"]),
	}
}

# METADATA
# title: Pods must not see the processes of their node
# description: >-
#   With `hostPID` a container sees every process of the node, reads their environments with the secrets in them, and may signal or trace them.
# custom:
#   severity: high
#   remediation: remove `hostPID`
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.3"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
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
#         hostPID: true
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
deny_processes contains result if {
	kubernetes.pod_spec.hostPID == true
	result := {
		"message": "the pod sees the processes of its node",
		"path": array.concat(kubernetes.pod_path, ["hostPID"]),
	}
}

# METADATA
# title: Pods must not share the memory of their node
# description: >-
#   With `hostIPC` a container reads and writes the shared memory of the node's processes and of every other pod that shares it.
# custom:
#   severity: high
#   remediation: remove `hostIPC`
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.4"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
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
#         hostIPC: true
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
deny_memory contains result if {
	kubernetes.pod_spec.hostIPC == true
	result := {
		"message": "the pod shares the memory of its node",
		"path": array.concat(kubernetes.pod_path, ["hostIPC"]),
	}
}
