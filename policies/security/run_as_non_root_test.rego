package attest.security.run_as_non_root_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.run_as_non_root

test_root_by_number if {
	fixtures.messages(run_as_non_root.deny_root) == {"container `a` runs as root: `runAsUser` is 0"} with input as fixtures.pod_with({"securityContext": {"runAsUser": 0}})
}

test_root_by_the_pod_is_one_finding if {
	fixtures.messages(run_as_non_root.deny_root) == {"containers `a`, `b` run as root: `runAsUser` is 0"} with input as fixtures.deployment({"securityContext": {"runAsUser": 0}, "containers": [{"name": "a"}, {"name": "b"}]})
}

test_container_overrides_the_pod if {
	count(run_as_non_root.deny_root) == 0 with input as fixtures.deployment({"securityContext": {"runAsUser": 0}, "containers": [{"name": "a", "securityContext": {"runAsUser": 7}}]})
}

test_nothing_said if {
	fixtures.messages(run_as_non_root.warn_unset) == {"container `a` may run as root if the image says so"} with input as fixtures.cron_job({})
}

test_container_takes_back_what_the_pod_says if {
	fixtures.messages(run_as_non_root.warn_unset) == {"container `a` may run as root if the image says so"} with input as fixtures.pod({"securityContext": {"runAsNonRoot": true}, "containers": [fixtures.container({"securityContext": {"runAsNonRoot": false}})]})
}

test_pod_refuses_root if {
	count(run_as_non_root.warn_unset) == 0 with input as fixtures.deployment({"securityContext": {"runAsNonRoot": true}})
}

test_user_by_number if {
	count(run_as_non_root.warn_unset) == 0 with input as fixtures.pod_with({"securityContext": {"runAsUser": 1000}})
}

test_windows_has_no_root if {
	count(run_as_non_root.warn_unset) == 0 with input as fixtures.pod({"os": {"name": "windows"}})
}

test_group_of_root if {
	fixtures.messages(run_as_non_root.warn_group) == {"the processes belong to the group of root: `runAsGroup` is 0"} with input as fixtures.deployment({"securityContext": {"runAsUser": 7, "runAsGroup": 0}})
}

test_other_group if {
	count(run_as_non_root.warn_group) == 0 with input as fixtures.deployment({"securityContext": {"runAsUser": 7, "runAsGroup": 7}})
}
