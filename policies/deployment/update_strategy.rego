# METADATA
# title: Updates should not interrupt
# description: >-
#   How pods are replaced decides whether users notice an update.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
package attest.deployment.update_strategy

import data.attest.lib.kubernetes

# METADATA
# title: Updates should not stop all pods at once
# description: >-
#   `Recreate`, or a rolling update with `maxUnavailable` 100%, stops every replica before the first new one answers.
# custom:
#   severity: low
#   remediation: 'use `RollingUpdate` with `maxUnavailable` well below the replicas'
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         replicas: 3
#         strategy: {type: RollingUpdate}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         replicas: 3
#         strategy: {type: Recreate}
warn_outage contains result if {
	input.kind == "Deployment"
	input.spec.replicas > 1
	some path, value in {["strategy", "type"]: "Recreate", ["strategy", "rollingUpdate", "maxUnavailable"]: "100%"}
	object.get(input.spec, path, "") == value
	result := {
		"message": sprintf("an update stops all %d pods at once", [input.spec.replicas]),
		"path": array.concat(["spec"], path),
	}
}

# METADATA
# title: Updates should reach the pods that run
# description: >-
#   With `OnDelete` a change, a security fix too, waits until somebody deletes each pod.
# custom:
#   severity: low
#   remediation: 'use `RollingUpdate`'
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: DaemonSet
#       metadata: {name: agent}
#       spec: {updateStrategy: {type: RollingUpdate}}
#     bad: |
#       apiVersion: apps/v1
#       kind: DaemonSet
#       metadata: {name: agent}
#       spec: {updateStrategy: {type: OnDelete}}
warn_on_delete contains result if {
	input.kind in {"DaemonSet", "StatefulSet"}
	input.spec.updateStrategy.type == "OnDelete"
	result := {
		"message": "updates wait until somebody deletes the pods",
		"path": ["spec", "updateStrategy", "type"],
	}
}

# METADATA
# title: Rollouts should not be left paused
# description: >-
#   A paused Deployment takes changes and does nothing about them.
# custom:
#   severity: low
#   remediation: 'remove `paused: true`'
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         replicas: 2
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         paused: true
warn_paused contains result if {
	input.kind == "Deployment"
	input.spec.paused == true
	result := {
		"message": sprintf("deployment `%s` is paused", [kubernetes.name]),
		"path": ["spec", "paused"],
	}
}

# METADATA
# title: Deployments should keep revisions to go back to
# description: >-
#   With `revisionHistoryLimit` 0 there is nothing for `kubectl rollout undo` to go back to.
# custom:
#   severity: low
#   remediation: 'remove `revisionHistoryLimit`, or set it above 0'
#   controls:
#     SOC2: ["CC8.1"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         revisionHistoryLimit: 3
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         revisionHistoryLimit: 0
warn_history contains result if {
	input.kind in {"Deployment", "StatefulSet", "DaemonSet"}
	input.spec.revisionHistoryLimit == 0
	result := {
		"message": "no revision is kept to go back to",
		"path": ["spec", "revisionHistoryLimit"],
	}
}
