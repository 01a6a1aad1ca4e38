# METADATA
# title: Production must survive the loss of a pod
# description: >-
#   A single replica is down whenever its node is drained, and with it the service.
# custom:
#   severity: medium
#   remediation: 'set `replicas: 2` or more'
#   controls:
#     SOC2: ["A1.2"]
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
package deployment.availability

import data.attest.lib.kubernetes

deny contains result if {
	input.kind == "Deployment"
	kubernetes.is_production
	input.spec.replicas < 2
	result := {
		"message": sprintf("deployment `%s` runs fewer than 2 replicas in production", [kubernetes.name]),
		"path": ["spec", "replicas"],
	}
}
