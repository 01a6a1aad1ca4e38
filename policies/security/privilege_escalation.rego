# METADATA
# title: Containers must not gain privileges
# description: Unless `allowPrivilegeEscalation` is false, a process may gain more privileges than its parent, through setuid programs for one.
# custom:
#   severity: medium
#   fix: 'set `securityContext.allowPrivilegeEscalation: false`'
package attest.security.privilege_escalation

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	object.get(found.container, ["securityContext", "allowPrivilegeEscalation"], true) != false
	result := {
		"message": sprintf("container `%s` may gain privileges", [found.name]),
		"path": array.concat(found.path, ["securityContext", "allowPrivilegeEscalation"]),
	}
}
