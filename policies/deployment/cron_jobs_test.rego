package attest.deployment.cron_jobs_test

import data.attest.deployment.cron_jobs
import data.attest.lib.fixtures_test as fixtures

test_nothing_said if {
	fixtures.messages(cron_jobs.warn_overlap) == {"a run may begin before the last one has ended"} with input as fixtures.cron_job({})
}

test_allowed_on_purpose if {
	count(cron_jobs.warn_overlap) == 0 with input as fixtures.controller("batch/v1", "CronJob", {"concurrencyPolicy": "Allow"})
}

test_too_short if {
	fixtures.messages(cron_jobs.deny_starting_deadline) == {"with a deadline of 5 s the job may never be started"} with input as fixtures.controller("batch/v1", "CronJob", {"startingDeadlineSeconds": 5})
}

test_long_enough if {
	count(cron_jobs.deny_starting_deadline) == 0 with input as fixtures.controller("batch/v1", "CronJob", {"startingDeadlineSeconds": 60})
}

test_within_the_schedule if {
	fixtures.messages(cron_jobs.deny_time_zone) == {"the schedule names a time zone"} with input as fixtures.controller("batch/v1", "CronJob", {"schedule": "CRON_TZ=Europe/Berlin 0 3 * * *"})
}

test_in_its_field if {
	count(cron_jobs.deny_time_zone) == 0 with input as fixtures.controller("batch/v1", "CronJob", {"schedule": "0 3 * * *", "timeZone": "Europe/Berlin"})
}

test_nothing_kept if {
	fixtures.messages(cron_jobs.warn_history) == {"failed runs leave nothing to look at"} with input as fixtures.controller("batch/v1", "CronJob", {"failedJobsHistoryLimit": 0})
}

test_one_kept if {
	count(cron_jobs.warn_history) == 0 with input as fixtures.controller("batch/v1", "CronJob", {"failedJobsHistoryLimit": 1})
}
