package attest.deployment.resource_limits_test

import data.attest.deployment.resource_limits
import data.attest.lib.fixtures_test as fixtures

test_nothing_said if {
	fixtures.messages(resource_limits.warn_missing) == {"container `a` has no requests.cpu, requests.memory, limits.memory"} with input as fixtures.deployment({})
}

test_empty if {
	fixtures.messages(resource_limits.warn_missing) == {"container `a` has no requests.cpu, requests.memory, limits.memory"} with input as fixtures.cron_job_with({"resources": {}})
}

test_all_said if {
	count(resource_limits.warn_missing) == 0 with input as fixtures.pod_with({"resources": {"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"memory": "1Gi"}}})
}

test_limits_are_requests_too if {
	count(resource_limits.warn_missing) == 0 with input as fixtures.pod_with({"resources": {"limits": {"cpu": "1", "memory": "1Gi"}}})
}

test_no_limit_of_cpu if {
	fixtures.messages(resource_limits.deny_limits) == {"container `a` has no limits.cpu"} with input as fixtures.deployment_with({"resources": {"limits": {"memory": "1Gi"}}}) with data.attest.parameters["resource-limits"] as {"require_limits": true, "max_cpu": "", "max_memory": ""}
}

test_not_asked_by_default if {
	count(resource_limits.deny_limits) == 0 with input as fixtures.deployment({})
}

test_too_much_cpu if {
	fixtures.messages(resource_limits.deny_maximum) == {"container `a` asks for 3 of cpu, more than 2000m"} with input as fixtures.deployment_with({"resources": {"limits": {"cpu": 3, "memory": "4Gi"}}}) with data.attest.parameters["resource-limits"] as {"require_limits": false, "max_cpu": "2000m", "max_memory": "4Gi"}
}

test_too_much_memory_requested if {
	fixtures.messages(resource_limits.deny_maximum) == {"container `a` asks for 5G of memory, more than 4Gi"} with input as fixtures.pod_with({"resources": {"requests": {"memory": "5G"}}}) with data.attest.parameters["resource-limits"] as {"require_limits": false, "max_cpu": "", "max_memory": "4Gi"}
}

test_as_much_as_allowed if {
	count(resource_limits.deny_maximum) == 0 with input as fixtures.pod_with({"resources": {"limits": {"cpu": "2", "memory": "4096Mi"}}}) with data.attest.parameters["resource-limits"] as {"require_limits": false, "max_cpu": "2000m", "max_memory": "4Gi"}
}

test_any_by_default if {
	count(resource_limits.deny_maximum) == 0 with input as fixtures.pod_with({"resources": {"limits": {"cpu": "64"}}})
}

test_more_than_the_limit if {
	fixtures.messages(resource_limits.deny_request_over_limit) == {"container `a` requests 2Gi of memory, more than its limit of 1Gi"} with input as fixtures.deployment_with({"resources": {"requests": {"memory": "2Gi"}, "limits": {"memory": "1Gi"}}})
}

test_as_much_as_the_limit if {
	count(resource_limits.deny_request_over_limit) == 0 with input as fixtures.pod_with({"resources": {"requests": {"cpu": "1000m"}, "limits": {"cpu": 1}}})
}

test_thousandths_of_bytes if {
	fixtures.messages(resource_limits.deny_memory_unit) == {"container `a` asks for 512m of memory, which is less than a byte or little more"} with input as fixtures.deployment_with({"resources": {"limits": {"memory": "512m"}}})
}

test_mebibytes if {
	count(resource_limits.deny_memory_unit) == 0 with input as fixtures.pod_with({"resources": {"limits": {"memory": "512Mi"}}})
}
