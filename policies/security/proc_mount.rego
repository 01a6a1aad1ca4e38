# METADATA
# title: Containers must keep the mask over /proc
# description: >-
#   The runtime hides and write-protects paths of `/proc` that tell of the kernel or change it. `Unmasked` uncovers them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: high
#   remediation: remove `procMount`
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {procMount: Default}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {procMount: Unmasked}}]
package attest.security.proc_mount

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.linux_containers
	found.security.procMount == "Unmasked"
	result := {
		"message": sprintf("container `%s` sees all of `/proc`", [found.name]),
		"path": array.concat(found.path, ["securityContext", "procMount"]),
	}
}
