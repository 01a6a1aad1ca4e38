# METADATA
# title: Autoscalers must have room
# description: >-
#   An autoscaler that cannot scale hides that nothing grows with the load.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
package attest.deployment.autoscaling

import data.attest.lib.kubernetes

# METADATA
# title: Autoscalers must be able to scale
# description: >-
#   With `minReplicas` equal to `maxReplicas` the number never changes; above it, the API server refuses the object.
# custom:
#   severity: low
#   remediation: raise `maxReplicas`, or remove the autoscaler
#   examples:
#     good: |
#       apiVersion: autoscaling/v2
#       kind: HorizontalPodAutoscaler
#       metadata: {name: web}
#       spec: {minReplicas: 2, maxReplicas: 8}
#     bad: |
#       apiVersion: autoscaling/v2
#       kind: HorizontalPodAutoscaler
#       metadata: {name: web}
#       spec: {minReplicas: 3, maxReplicas: 3}
warn_fixed contains result if {
	input.kind == "HorizontalPodAutoscaler"
	least := object.get(input.spec, "minReplicas", 1)
	is_number(least)
	least >= input.spec.maxReplicas
	result := {
		"message": sprintf("the autoscaler cannot scale: it runs at least %d and at most %d pods", [least, input.spec.maxReplicas]),
		"path": ["spec", "maxReplicas"],
	}
}

# METADATA
# title: Autoscalers in production should keep two replicas
# description: >-
#   With one replica, every restart, eviction and node upgrade is an outage.
# custom:
#   severity: medium
#   remediation: 'set `minReplicas: 2` or more'
#   examples:
#     good: |
#       apiVersion: autoscaling/v2
#       kind: HorizontalPodAutoscaler
#       metadata: {name: web, namespace: production}
#       spec: {minReplicas: 2, maxReplicas: 8}
#     bad: |
#       apiVersion: autoscaling/v2
#       kind: HorizontalPodAutoscaler
#       metadata: {name: web, namespace: production}
#       spec: {minReplicas: 1, maxReplicas: 8}
warn_single contains result if {
	input.kind == "HorizontalPodAutoscaler"
	kubernetes.is_production
	object.get(input.spec, "minReplicas", 1) == 1
	input.spec.maxReplicas > 1
	result := {
		"message": "the autoscaler goes down to a single pod",
		"path": kubernetes.existing(["spec", "minReplicas"]),
	}
}
