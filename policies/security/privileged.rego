# METADATA
# title: Containers must not be privileged
# description: A privileged container has every capability and every device of its node.
# custom:
#   severity: critical
#   fix: 'remove `privileged: true`, and add only the capabilities that the container needs'
package attest.security.privileged

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	found.container.securityContext.privileged == true
	result := {
		"message": sprintf("container `%s` is privileged", [found.name]),
		"path": array.concat(found.path, ["securityContext", "privileged"]),
	}
}
