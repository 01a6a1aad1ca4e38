# METADATA
# title: Containers must not be privileged
# description: >-
#   A privileged container has every capability and every device of its node: who breaks into it owns the node,
#   and through the node's credentials often the cluster.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: critical
#   remediation: 'remove `privileged: true`, and add only the capabilities that the container needs'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.2"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers:
#           - name: web
#             image: registry.example.com/web:1.4.2
#             securityContext: {privileged: false}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers:
#           - name: web
#             image: registry.example.com/web:1.4.2
#             securityContext: {privileged: true}
package attest.security.privileged

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	kubernetes.is_privileged(found)
	result := {
		"message": sprintf("container `%s` is privileged", [found.name]),
		"path": array.concat(found.path, ["securityContext", "privileged"]),
	}
}
