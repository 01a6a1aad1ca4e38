# METADATA
# title: Disruption budgets must let nodes be drained
# description: >-
#   A PodDisruptionBudget says how many pods may be missing while nodes are drained. One that allows none stops every upgrade of the cluster.
# related_resources:
#   - https://kubernetes.io/docs/tasks/run-application/configure-pdb/
package attest.deployment.disruption_budgets

# METADATA
# title: Disruption budgets must allow some disruption
# description: >-
#   With `maxUnavailable` 0 or `minAvailable` 100%, no pod may ever be evicted: drains hang, and somebody forces them.
# custom:
#   severity: medium
#   remediation: 'set `maxUnavailable: 1`'
#   examples:
#     good: |
#       apiVersion: policy/v1
#       kind: PodDisruptionBudget
#       metadata: {name: web}
#       spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
#     bad: |
#       apiVersion: policy/v1
#       kind: PodDisruptionBudget
#       metadata: {name: web}
#       spec: {maxUnavailable: 0, selector: {matchLabels: {app: web}}}
deny_none contains result if {
	input.kind == "PodDisruptionBudget"
	some field, values in {"maxUnavailable": {0, "0", "0%"}, "minAvailable": {"100%"}}
	input.spec[field] in values
	result := {
		"message": sprintf("the budget allows no disruption: `%s` is %v", [field, input.spec[field]]),
		"path": ["spec", field],
	}
}

# METADATA
# title: Disruption budgets must say one thing
# description: >-
#   The API server refuses a budget with both `minAvailable` and `maxUnavailable`.
# custom:
#   severity: high
#   remediation: remove one of the two
#   examples:
#     good: |
#       apiVersion: policy/v1
#       kind: PodDisruptionBudget
#       metadata: {name: web}
#       spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
#     bad: |
#       apiVersion: policy/v1
#       kind: PodDisruptionBudget
#       metadata: {name: web}
#       spec: {maxUnavailable: 1, minAvailable: 1, selector: {matchLabels: {app: web}}}
deny_both contains result if {
	input.kind == "PodDisruptionBudget"
	object.get(input.spec, "maxUnavailable", null) != null
	object.get(input.spec, "minAvailable", null) != null
	result := {
		"message": "the budget sets both `minAvailable` and `maxUnavailable`",
		"path": ["spec", "minAvailable"],
	}
}
