package attest.deployment.termination_grace_test

import data.attest.deployment.termination_grace
import data.attest.lib.fixtures_test as fixtures

test_none if {
	fixtures.messages(termination_grace.warn) == {"the pod is killed without time to end"} with input as fixtures.deployment({"terminationGracePeriodSeconds": 0})
}

test_some if {
	count(termination_grace.warn) == 0 with input as fixtures.pod({"terminationGracePeriodSeconds": 5})
}
