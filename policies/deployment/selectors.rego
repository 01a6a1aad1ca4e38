# METADATA
# title: Selectors must match their own pods
# description: >-
#   The API server refuses a controller whose selector does not match the labels of its template.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
# custom:
#   severity: high
#   remediation: 'give `spec.template.metadata.labels` the labels of `spec.selector.matchLabels`'
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         selector: {matchLabels: {app: web}}
#         template:
#           metadata: {labels: {app: web}}
#           spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2"}]}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         selector: {matchLabels: {app: web}}
#         template:
#           metadata: {labels: {app: shop}}
#           spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2"}]}
package attest.deployment.selectors

import data.attest.lib.kubernetes

deny contains result if {
	input.kind in {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"}
	kubernetes.pod_spec
	some key, value in input.spec.selector.matchLabels
	object.get(kubernetes.pod_metadata, ["labels", key], null) != value
	result := {
		"message": sprintf("the selector wants the label `%s: %v`, which the template does not have", [key, value]),
		"path": ["spec", "selector", "matchLabels", key],
	}
}
