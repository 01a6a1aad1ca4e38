# METADATA
# title: Containers must not run as root
# description: A process that runs as root in its container is root on the node when it breaks out.
# custom:
#   severity: medium
#   fix: 'set `securityContext.runAsNonRoot: true`, and a `runAsUser` above 0'
package attest.security.run_as_non_root

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	runs_as_root(found.container)
	result := {
		"message": sprintf("container `%s` runs as root: `runAsUser` is 0", [found.name]),
		"path": array.concat(found.path, ["securityContext", "runAsUser"]),
	}
}

deny contains result if {
	some found in kubernetes.containers
	not runs_as_root(found.container)
	not runs_as_user(found.container)
	not must_not_be_root(found.container)
	result := {
		"message": sprintf("container `%s` may run as root", [found.name]),
		"path": array.concat(found.path, ["securityContext", "runAsNonRoot"]),
	}
}

runs_as_root(container) if kubernetes.setting(container, "runAsUser") == 0

must_not_be_root(container) if kubernetes.setting(container, "runAsNonRoot") == true

runs_as_user(container) if kubernetes.setting(container, "runAsUser") > 0
