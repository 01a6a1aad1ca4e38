# METADATA
# title: Pods should have time to end
# description: >-
#   With `terminationGracePeriodSeconds` 0 a pod is killed at once and counted as gone before its node says so: requests are cut off, and two pods of a StatefulSet may write to one volume.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
# custom:
#   severity: low
#   remediation: 'remove `terminationGracePeriodSeconds: 0`'
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         terminationGracePeriodSeconds: 30
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         terminationGracePeriodSeconds: 0
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.deployment.termination_grace

import data.attest.lib.kubernetes

warn contains result if {
	kubernetes.pod_spec.terminationGracePeriodSeconds == 0
	result := {
		"message": "the pod is killed without time to end",
		"path": array.concat(kubernetes.pod_path, ["terminationGracePeriodSeconds"]),
		"severity": severity,
	}
}

default severity := "low"

severity := "medium" if input.kind == "StatefulSet"
