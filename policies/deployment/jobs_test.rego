package attest.deployment.jobs_test

import data.attest.deployment.jobs
import data.attest.lib.fixtures_test as fixtures

test_tries_forever if {
	fixtures.messages(jobs.warn_backoff) == {"the job tries up to 1000 times"} with input as fixtures.controller("batch/v1", "CronJob", {"jobTemplate": {"spec": {"backoffLimit": 1000}}})
}

test_tries_a_few_times if {
	count(jobs.warn_backoff) == 0 with input as fixtures.controller("batch/v1", "Job", {"backoffLimit": 3, "template": {}})
}

test_no_deadline if {
	fixtures.messages(jobs.deny_deadline) == {"the job has no deadline"} with input as fixtures.controller("batch/v1", "Job", {"template": {}}) with data.attest.parameters.jobs as {"require_deadline": true, "require_ttl": false, "max_backoff": 20}
}

test_not_asked_by_default if {
	count(jobs.deny_deadline) == 0 with input as fixtures.controller("batch/v1", "Job", {"template": {}})
}

test_stays if {
	fixtures.messages(jobs.deny_ttl) == {"the job stays after it is finished"} with input as fixtures.controller("batch/v1", "Job", {"template": {}}) with data.attest.parameters.jobs as {"require_deadline": false, "require_ttl": true, "max_backoff": 20}
}

test_cleaned_up if {
	count(jobs.deny_ttl) == 0 with input as fixtures.controller("batch/v1", "Job", {"template": {}, "ttlSecondsAfterFinished": 0}) with data.attest.parameters.jobs as {"require_deadline": false, "require_ttl": true, "max_backoff": 20}
}
