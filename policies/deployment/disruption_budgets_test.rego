package attest.deployment.disruption_budgets_test

import data.attest.deployment.disruption_budgets
import data.attest.lib.fixtures_test as fixtures

test_none_unavailable if {
	fixtures.messages(disruption_budgets.deny_none) == {"the budget allows no disruption: `maxUnavailable` is 0"} with input as fixtures.object_of("policy/v1", "PodDisruptionBudget", {"spec": {"maxUnavailable": 0}})
}

test_all_available if {
	fixtures.messages(disruption_budgets.deny_none) == {"the budget allows no disruption: `minAvailable` is 100%"} with input as fixtures.object_of("policy/v1", "PodDisruptionBudget", {"spec": {"minAvailable": "100%"}})
}

test_one_unavailable if {
	count(disruption_budgets.deny_none) == 0 with input as fixtures.object_of("policy/v1", "PodDisruptionBudget", {"spec": {"maxUnavailable": 1}})
}

test_both if {
	fixtures.messages(disruption_budgets.deny_both) == {"the budget sets both `minAvailable` and `maxUnavailable`"} with input as fixtures.object_of("policy/v1", "PodDisruptionBudget", {"spec": {"maxUnavailable": 0, "minAvailable": 1}})
}

test_one if {
	count(disruption_budgets.deny_both) == 0 with input as fixtures.object_of("policy/v1", "PodDisruptionBudget", {"spec": {"minAvailable": 0}})
}
