# METADATA
# title: Containers must stay within their bounds
# description: >-
#   A container shares the kernel with all others of its node. Who breaks into one must not own the node.
package security.container_security

import data.attest.lib.kubernetes

# METADATA
# title: Containers must not be privileged
# description: A privileged container has every capability and every device of its node.
# custom:
#   severity: critical
#   remediation: 'remove `privileged: true`, and add only the capabilities that the container needs'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.2"]
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2"}]}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {privileged: true}}]}
deny_privileged contains result if {
	some found in kubernetes.containers
	found.security.privileged == true
	result := {
		"message": sprintf("container `%s` is privileged", [found.name]),
		"path": array.concat(found.path, ["securityContext", "privileged"]),
	}
}

# METADATA
# title: Containers must not gain privileges
# description: Through a setuid program a process gains more privileges than its parent has.
# custom:
#   severity: high
#   remediation: 'set `securityContext.allowPrivilegeEscalation: false`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {allowPrivilegeEscalation: false}}]}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2"}]}
deny_escalation contains result if {
	some found in kubernetes.containers
	object.get(found.security, "allowPrivilegeEscalation", true) != false
	result := {
		"message": sprintf("container `%s` may gain privileges", [found.name]),
		"path": kubernetes.existing(array.concat(found.path, ["securityContext", "allowPrivilegeEscalation"])),
	}
}
