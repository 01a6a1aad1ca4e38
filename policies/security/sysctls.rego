# METADATA
# title: Pods must not set unsafe sysctls
# description: >-
#   Kernel settings that are not the pod's alone change the node for every pod on it: they can switch off protections or bring the node down.
# related_resources:
#   - https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
# custom:
#   severity: high
#   remediation: remove the sysctl, or set it on nodes of their own
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   parameters:
#     allowed: {type: array, items: string, description: names of sysctls that pods may set}
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {sysctls: [{name: net.ipv4.tcp_syncookies, value: "1"}]}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {sysctls: [{name: kernel.msgmax, value: "65536"}]}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.security.sysctls

import data.attest.lib.kubernetes
import data.attest.parameters.sysctls as parameters

deny contains result if {
	some i, sysctl in kubernetes.pod_security.sysctls
	not sysctl.name in parameters.allowed
	result := {
		"message": sprintf("the pod sets the unsafe sysctl `%s`", [sysctl.name]),
		"path": array.concat(kubernetes.pod_path, ["securityContext", "sysctls", i, "name"]),
	}
}
