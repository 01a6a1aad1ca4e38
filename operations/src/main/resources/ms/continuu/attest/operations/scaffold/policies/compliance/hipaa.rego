# METADATA
# title: Health data must be encrypted at rest
# description: >-
#   A disk that gets lost with electronic protected health information on it is a breach, unless it is encrypted.
# custom:
#   severity: critical
#   remediation: 'use encrypted storage, and say so with the annotation `hipaa.attest.continuu.ms/encryption-at-rest: enabled`'
#   controls:
#     HIPAA: ["164.312(a)(2)(iv)"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: PersistentVolumeClaim
#       metadata:
#         name: records
#         labels: {hipaa.attest.continuu.ms/phi: "true"}
#         annotations: {hipaa.attest.continuu.ms/encryption-at-rest: enabled}
#     bad: |
#       apiVersion: v1
#       kind: PersistentVolumeClaim
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
package compliance.hipaa

import data.attest.lib.kubernetes

deny contains result if {
	input.kind == "PersistentVolumeClaim"
	kubernetes.labels["hipaa.attest.continuu.ms/phi"] == "true"
	object.get(kubernetes.annotations, "hipaa.attest.continuu.ms/encryption-at-rest", "") != "enabled"
	result := {
		"message": sprintf("nothing says that `%s`, which holds health data, is encrypted", [kubernetes.name]),
		"path": kubernetes.existing(["metadata", "annotations"]),
	}
}
