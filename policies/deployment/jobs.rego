# METADATA
# title: Jobs should come to an end
# description: >-
#   A Job that fails forever or is never cleaned up fills the cluster with pods.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/job/
# custom:
#   parameters:
#     require_deadline: {type: boolean, description: whether Jobs need `activeDeadlineSeconds`}
#     require_ttl: {type: boolean, description: whether Jobs need `ttlSecondsAfterFinished`}
#     max_backoff: {type: number, description: how often a Job may try again}
package attest.deployment.jobs

import data.attest.lib.kubernetes
import data.attest.parameters.jobs as parameters

# METADATA
# title: Jobs should not try forever
# description: >-
#   A Job that tries hundreds of times hides that it is broken, and may do half its work as often.
# custom:
#   severity: low
#   remediation: lower `backoffLimit`
#   examples:
#     good: |
#       apiVersion: batch/v1
#       kind: Job
#       metadata: {name: migrate}
#       spec: {backoffLimit: 3, template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/web:1.4.2"}]}}}
#     bad: |
#       apiVersion: batch/v1
#       kind: Job
#       metadata: {name: migrate}
#       spec: {backoffLimit: 1000, template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/web:1.4.2"}]}}}
warn_backoff contains result if {
	[path, spec] := job
	spec.backoffLimit > parameters.max_backoff
	result := {
		"message": sprintf("the job tries up to %d times", [spec.backoffLimit]),
		"path": array.concat(path, ["backoffLimit"]),
	}
}

# METADATA
# title: Jobs must have a deadline
# description: >-
#   A Job that hangs holds its resources, and a CronJob that forbids overlap stops for good. Asked only where `require_deadline` is true.
# custom:
#   severity: low
#   remediation: set `activeDeadlineSeconds`
#   examples:
#     parameters: {require_deadline: true}
#     good: |
#       apiVersion: batch/v1
#       kind: Job
#       metadata: {name: migrate}
#       spec: {activeDeadlineSeconds: 600, template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/web:1.4.2"}]}}}
#     bad: |
#       apiVersion: batch/v1
#       kind: Job
#       metadata: {name: migrate}
#       spec: {template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/web:1.4.2"}]}}}
deny_deadline contains result if {
	parameters.require_deadline == true
	[path, spec] := job
	not spec.activeDeadlineSeconds
	result := {
		"message": "the job has no deadline",
		"path": path,
	}
}

# METADATA
# title: Jobs must be cleaned up
# description: >-
#   Finished Jobs that no CronJob owns stay until somebody deletes them. Asked only where `require_ttl` is true.
# custom:
#   severity: low
#   remediation: set `ttlSecondsAfterFinished`
#   examples:
#     parameters: {require_ttl: true}
#     good: |
#       apiVersion: batch/v1
#       kind: Job
#       metadata: {name: migrate}
#       spec: {ttlSecondsAfterFinished: 3600, template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/web:1.4.2"}]}}}
#     bad: |
#       apiVersion: batch/v1
#       kind: Job
#       metadata: {name: migrate}
#       spec: {template: {spec: {restartPolicy: Never, containers: [{name: migrate, image: "registry.example.com/web:1.4.2"}]}}}
deny_ttl contains result if {
	parameters.require_ttl == true
	input.kind == "Job"
	input.spec.template
	count(object.get(input, ["metadata", "ownerReferences"], [])) == 0
	not kubernetes.has_field(input.spec, "ttlSecondsAfterFinished")
	result := {
		"message": "the job stays after it is finished",
		"path": ["spec"],
	}
}

job := [["spec"], input.spec] if {
	input.kind == "Job"
	input.spec.template
}

job := [["spec", "jobTemplate", "spec"], input.spec.jobTemplate.spec] if input.kind == "CronJob"
