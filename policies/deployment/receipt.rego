# METADATA
# title: Workloads must carry a receipt of ATTEST
# description: >-
#   A receipt is the digest of a decision in the ledger: it proves that what is deployed was judged, and by which policies.
# custom:
#   parameters:
#     required: {type: boolean, description: whether every workload needs a receipt}
#     kinds: {type: array, items: string, description: the kinds that need one}
package attest.deployment.receipt

import data.attest.lib.attestation
import data.attest.lib.kubernetes
import data.attest.parameters.receipt as parameters

# METADATA
# title: Workloads must carry a receipt of ATTEST
# description: >-
#   Without the annotation `attest.continuu.ms/receipt` nobody can tell which decision let the workload pass. Asked only where `required` is true.
# custom:
#   severity: critical
#   remediation: 'deploy through the pipeline, which sets the annotation `attest.continuu.ms/receipt`'
#   controls:
#     SOC2: ["CC8.1"]
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, annotations: {attest.continuu.ms/receipt: "sha256:0000000000000000000000000000000000000000000000000000000000000001"}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web}
deny_missing contains result if {
	parameters.required == true
	input.kind in parameters.kinds
	not kubernetes.own_annotations[key]
	result := {
		"message": "there is no receipt",
		"path": kubernetes.existing(["metadata", "annotations"]),
	}
}

# METADATA
# title: Receipts must be digests
# description: >-
#   What is no SHA-256 digest proves nothing.
# custom:
#   severity: high
#   remediation: 'deploy through the pipeline, which sets the annotation to `sha256:` and 64 hexadecimal digits'
#   controls:
#     SOC2: ["CC8.1"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, annotations: {attest.continuu.ms/receipt: "sha256:0000000000000000000000000000000000000000000000000000000000000001"}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, annotations: {attest.continuu.ms/receipt: "yes"}}
deny_malformed contains result if {
	receipt := kubernetes.own_annotations[key]
	not attestation.is_digest(receipt)
	result := {
		"message": sprintf("the receipt `%v` is no digest", [receipt]),
		"path": ["metadata", "annotations", key],
	}
}

key := "attest.continuu.ms/receipt"
