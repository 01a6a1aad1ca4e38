# METADATA
# title: Deployments must say when they are ready
# description: >-
#   Without a readiness probe traffic reaches a container before it can answer, at every rollout.
# custom:
#   severity: medium
#   remediation: add a `readinessProbe` that asks what users ask
#   controls:
#     SOC2: ["A1.2"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web}
#       spec: {template: {spec: {containers: [{name: web, readinessProbe: {httpGet: {path: /, port: 8080}}}]}}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web}
#       spec: {template: {spec: {containers: [{name: web}]}}}
package deployment.health_checks

import data.attest.lib.kubernetes

deny contains result if {
	input.kind == "Deployment"
	some found in kubernetes.containers
	found.field == "containers"
	not found.container.readinessProbe
	result := {
		"message": sprintf("container `%s` has no readiness probe", [found.name]),
		"path": found.path,
	}
}
