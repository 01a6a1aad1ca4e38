package attest.deployment.update_strategy_test

import data.attest.deployment.update_strategy
import data.attest.lib.fixtures_test as fixtures

test_recreate if {
	fixtures.messages(update_strategy.warn_outage) == {"an update stops all 3 pods at once"} with input as fixtures.controller("apps/v1", "Deployment", {"replicas": 3, "strategy": {"type": "Recreate"}})
}

test_all_unavailable if {
	fixtures.messages(update_strategy.warn_outage) == {"an update stops all 3 pods at once"} with input as fixtures.controller("apps/v1", "Deployment", {"replicas": 3, "strategy": {"rollingUpdate": {"maxUnavailable": "100%"}}})
}

test_single_pod if {
	count(update_strategy.warn_outage) == 0 with input as fixtures.controller("apps/v1", "Deployment", {"replicas": 1, "strategy": {"type": "Recreate"}})
}

test_on_delete if {
	fixtures.messages(update_strategy.warn_on_delete) == {"updates wait until somebody deletes the pods"} with input as fixtures.controller("apps/v1", "StatefulSet", {"updateStrategy": {"type": "OnDelete"}})
}

test_rolling if {
	count(update_strategy.warn_on_delete) == 0 with input as fixtures.controller("apps/v1", "StatefulSet", {"updateStrategy": {"type": "RollingUpdate"}})
}

test_paused if {
	fixtures.messages(update_strategy.warn_paused) == {"deployment `web` is paused"} with input as fixtures.controller("apps/v1", "Deployment", {"paused": true})
}

test_running if {
	count(update_strategy.warn_paused) == 0 with input as fixtures.controller("apps/v1", "Deployment", {})
}

test_no_history if {
	fixtures.messages(update_strategy.warn_history) == {"no revision is kept to go back to"} with input as fixtures.controller("apps/v1", "Deployment", {"revisionHistoryLimit": 0})
}

test_history if {
	count(update_strategy.warn_history) == 0 with input as fixtures.controller("apps/v1", "Deployment", {"revisionHistoryLimit": 2})
}
