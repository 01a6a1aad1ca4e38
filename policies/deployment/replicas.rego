# METADATA
# title: Production must not hang on one pod
# description: >-
#   With one replica, every restart, eviction and node upgrade is an outage.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
# custom:
#   severity: medium
#   remediation: 'set `replicas: 2` or more'
#   parameters:
#     minimum: {type: number, description: how many replicas a Deployment in production needs}
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production}
#       spec: {replicas: 2}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production}
#       spec: {replicas: 1}
package attest.deployment.replicas

import data.attest.lib.kubernetes
import data.attest.parameters.replicas as parameters

# An autoscaler sets the number where the manifest does not, and zero is switched off on purpose.
deny contains result if {
	input.kind == "Deployment"
	kubernetes.is_production
	input.spec.replicas > 0
	input.spec.replicas < parameters.minimum
	result := {
		"message": sprintf("deployment `%s` runs %d of the %d replicas that production needs", [kubernetes.name, input.spec.replicas, parameters.minimum]),
		"path": ["spec", "replicas"],
	}
}
