# METADATA
# title: CronJobs should run when they are meant to
# description: >-
#   A CronJob that is not started, or started twice, is noticed when its result is missed.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
package attest.deployment.cron_jobs

import data.attest.lib.kubernetes

# METADATA
# title: CronJobs should say whether runs may overlap
# description: >-
#   By default a run begins while the one before still works: slow runs pile up, and two change the same data.
# custom:
#   severity: low
#   remediation: 'set `concurrencyPolicy: Forbid` or `Replace`, or `Allow` where runs may overlap'
#   examples:
#     good: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *", concurrencyPolicy: Forbid}
#     bad: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *"}
warn_overlap contains result if {
	is_cron_job
	not input.spec.concurrencyPolicy
	result := {
		"message": "a run may begin before the last one has ended",
		"path": kubernetes.existing(["spec"]),
	}
}

# METADATA
# title: CronJobs must have time to start
# description: >-
#   The controller looks every ten seconds: with `startingDeadlineSeconds` below that, runs are missed.
# custom:
#   severity: medium
#   remediation: 'set `startingDeadlineSeconds` to 10 or more, or remove it'
#   examples:
#     good: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *", concurrencyPolicy: Forbid, startingDeadlineSeconds: 200}
#     bad: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *", concurrencyPolicy: Forbid, startingDeadlineSeconds: 5}
deny_starting_deadline contains result if {
	is_cron_job
	input.spec.startingDeadlineSeconds < 10
	result := {
		"message": sprintf("with a deadline of %d s the job may never be started", [input.spec.startingDeadlineSeconds]),
		"path": ["spec", "startingDeadlineSeconds"],
	}
}

# METADATA
# title: CronJobs must name their time zone in its field
# description: >-
#   `TZ=` and `CRON_TZ=` within the schedule are refused by the API server: the time zone has a field.
# custom:
#   severity: high
#   remediation: 'set `timeZone`'
#   examples:
#     good: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *", timeZone: Europe/Berlin, concurrencyPolicy: Forbid}
#     bad: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "TZ=Europe/Berlin 0 3 * * *", concurrencyPolicy: Forbid}
deny_time_zone contains result if {
	is_cron_job
	contains(input.spec.schedule, "TZ=")
	result := {
		"message": "the schedule names a time zone",
		"path": ["spec", "schedule"],
	}
}

# METADATA
# title: CronJobs should keep the last failed run
# description: >-
#   With `failedJobsHistoryLimit` 0 nothing is left to tell why a run failed.
# custom:
#   severity: low
#   remediation: 'remove `failedJobsHistoryLimit`, or set it above 0'
#   examples:
#     good: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *", concurrencyPolicy: Forbid}
#     bad: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *", concurrencyPolicy: Forbid, failedJobsHistoryLimit: 0}
warn_history contains result if {
	is_cron_job
	input.spec.failedJobsHistoryLimit == 0
	result := {
		"message": "failed runs leave nothing to look at",
		"path": ["spec", "failedJobsHistoryLimit"],
	}
}

is_cron_job if {
	input.kind == "CronJob"
	startswith(input.apiVersion, "batch/")
}
