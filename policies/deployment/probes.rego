# METADATA
# title: Long-running containers should have probes
# description: Without a readiness probe a pod takes traffic before it can answer; without a liveness probe it hangs unnoticed.
# custom:
#   severity: low
#   fix: add a `readinessProbe` and a `livenessProbe`
package attest.deployment.probes

import data.attest.lib.kubernetes

warn contains result if {
	input.kind in {"Deployment", "StatefulSet", "DaemonSet"}
	some found in kubernetes.containers
	found.field == "containers"
	missing := [probe | some probe in ["readinessProbe", "livenessProbe"]; not kubernetes.has_field(found.container, probe)]
	count(missing) > 0
	result := {
		"message": sprintf("container `%s` has no %s", [found.name, concat(" and no ", missing)]),
		"path": found.path,
	}
}
