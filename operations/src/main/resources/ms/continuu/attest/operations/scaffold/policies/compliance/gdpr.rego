# METADATA
# title: Who handles personal data must say why
# description: >-
#   The GDPR asks for a lawful basis, a controller and a time limit wherever personal data is handled, and for a record of them.
# custom:
#   severity: high
#   remediation: set the annotations `gdpr.attest.continuu.ms/lawful-basis`, `data-controller` and `retention-period`
#   controls:
#     GDPR: ["Art. 6", "Art. 30"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata:
#         name: crm
#         labels: {gdpr.attest.continuu.ms/personal-data: "true"}
#         annotations:
#           gdpr.attest.continuu.ms/lawful-basis: contract
#           gdpr.attest.continuu.ms/data-controller: Example Ltd
#           gdpr.attest.continuu.ms/retention-period: 6 years
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: crm, labels: {gdpr.attest.continuu.ms/personal-data: "true"}}
package compliance.gdpr

import data.attest.lib.kubernetes

required := ["lawful-basis", "data-controller", "retention-period"]

deny contains result if {
	kubernetes.labels["gdpr.attest.continuu.ms/personal-data"] == "true"
	some name in required
	annotation := concat("/", ["gdpr.attest.continuu.ms", name])
	object.get(kubernetes.annotations, annotation, "") == ""
	result := {
		"message": sprintf("`%s` handles personal data and has no annotation `%s`", [kubernetes.name, annotation]),
		"path": kubernetes.existing(["metadata", "annotations"]),
	}
}
