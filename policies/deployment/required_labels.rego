# METADATA
# title: Objects must say whose they are
# description: >-
#   When something breaks at night or costs too much, labels tell whom to ask. Asked only where labels or annotations are required.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
# custom:
#   severity: low
#   remediation: add the label or annotation
#   parameters:
#     labels: {type: array, items: string, description: "labels that every object needs, such as `app.kubernetes.io/name` or `owner`"}
#     annotations: {type: array, items: string, description: annotations that every object needs}
#     kinds: {type: array, items: string, description: the kinds that need them}
#   examples:
#     parameters: {labels: [owner]}
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, labels: {owner: shop-team}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web}
package attest.deployment.required_labels

import data.attest.lib.kubernetes
import data.attest.parameters["required-labels"] as parameters

deny contains result if {
	some field in ["labels", "annotations"]
	count(parameters[field]) > 0
	input.kind in parameters.kinds
	missing := [name | some name in parameters[field]; object.get(input, ["metadata", field, name], "") == ""]
	count(missing) > 0
	result := {
		"message": sprintf("%s `%s` has no %s %s", [lower(input.kind), kubernetes.name, trim_suffix(field, "s"), kubernetes.quoted(missing)]),
		"path": kubernetes.existing(["metadata", field]),
	}
}
