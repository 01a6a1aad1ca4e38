# METADATA
# title: Containers must say what they need
# description: A container without a memory limit can starve its node; without requests the scheduler places it blindly.
# custom:
#   severity: medium
#   fix: set `resources.requests` for cpu and memory, and `resources.limits.memory`
package attest.deployment.resources

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	found.field != "ephemeralContainers"
	missing := [name |
		some name in ["requests.cpu", "requests.memory", "limits.memory"]
		parts := split(name, ".")
		not kubernetes.has_field(object.get(found.container, ["resources", parts[0]], {}), parts[1])
	]
	count(missing) > 0
	result := {
		"message": sprintf("container `%s` has no %s", [found.name, concat(", ", missing)]),
		"path": array.concat(found.path, ["resources"]),
	}
}
