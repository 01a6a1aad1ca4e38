package attest.security.privileged_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.privileged

test_privileged_container if {
	fixtures.messages(privileged.deny) == {"container `a` is privileged"} with input as fixtures.pod_with({"securityContext": {"privileged": true}})
}

test_init_container_of_a_cron_job if {
	fixtures.messages(privileged.deny) == {"container `i` is privileged"} with input as fixtures.cron_job({"initContainers": [{"name": "i", "securityContext": {"privileged": true}}]})
}

test_unprivileged_container if {
	count(privileged.deny) == 0 with input as fixtures.deployment_with({"securityContext": {"privileged": false}})
}

test_nothing_said if {
	count(privileged.deny) == 0 with input as fixtures.deployment({})
}
