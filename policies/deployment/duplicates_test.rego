package attest.deployment.duplicates_test

import data.attest.deployment.duplicates
import data.attest.lib.fixtures_test as fixtures

test_twice if {
	fixtures.messages(duplicates.deny_variables) == {"container `a` sets `A` 2 times"} with input as fixtures.deployment_with({"env": [{"name": "A", "value": "1"}, {"name": "B"}, {"name": "A", "value": "2"}]})
}

test_once if {
	count(duplicates.deny_variables) == 0 with input as fixtures.pod_with({"env": [{"name": "A"}, {"name": "B"}]})
}

test_containers_of_one_name if {
	fixtures.messages(duplicates.deny_names) == {"2 of the pod's containers are called `a`"} with input as fixtures.deployment({"containers": [{"name": "a"}, {"name": "a"}]})
}

test_names_of_their_own if {
	count(duplicates.deny_names) == 0 with input as fixtures.pod({"containers": [{"name": "a"}, {"name": "b"}], "volumes": [{"name": "a"}]})
}
