# METADATA
# title: Containers must not gain privileges
# description: >-
#   Unless `allowPrivilegeEscalation` is false, a process may gain more privileges than its parent has, through setuid programs for one.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
package attest.security.privilege_escalation

import data.attest.lib.kubernetes

# METADATA
# title: Containers must not ask for privilege escalation
# description: >-
#   `allowPrivilegeEscalation` switches off the kernel's `no_new_privs`: a setuid program in the image makes any process root.
# custom:
#   severity: medium
#   remediation: 'set `securityContext.allowPrivilegeEscalation: false`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.6"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {allowPrivilegeEscalation: false}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {allowPrivilegeEscalation: true}}]
deny_allowed contains result if {
	some found in kubernetes.linux_containers
	found.security.allowPrivilegeEscalation == true
	not kubernetes.is_privileged(found)
	result := {
		"message": sprintf("container `%s` asks for privilege escalation", [found.name]),
		"path": array.concat(found.path, ["securityContext", "allowPrivilegeEscalation"]),
	}
}

# METADATA
# title: Containers should forbid privilege escalation
# description: >-
#   Where nothing is said, escalation is allowed: a setuid program in the image makes any process root.
# custom:
#   severity: medium
#   remediation: 'set `securityContext.allowPrivilegeEscalation: false`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.6"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {allowPrivilegeEscalation: false}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_unset contains result if {
	some found in kubernetes.linux_containers
	found.field != "ephemeralContainers"
	not kubernetes.is_privileged(found)
	not kubernetes.has_field(found.security, "allowPrivilegeEscalation")
	result := {
		"message": sprintf("container `%s` may gain privileges", [found.name]),
		"path": kubernetes.existing(array.concat(found.path, ["securityContext", "allowPrivilegeEscalation"])),
	}
}
