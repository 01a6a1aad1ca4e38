# METADATA
# title: Secrets must come from a secret store
# description: >-
#   The data of a Secret is only encoded: in a repository it is as good as plain text. Asked only where `required` is true, since a cluster is full of Secrets.
# custom:
#   severity: high
#   remediation: let an operator bring the Secret from a secret store, or seal it
#   controls:
#     CIS-Kubernetes-1.9: ["5.4.2"]
#     NSA-CISA-Kubernetes-1.2: ["Secrets"]
#     SOC2: ["CC6.1"]
#   parameters:
#     required: {type: boolean, description: whether Secrets with data are forbidden}
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: v1
#       kind: Secret
#       metadata: {name: db}
#     bad: |
#       apiVersion: v1
#       kind: Secret
#       metadata: {name: db}
#       stringData: {password: hunter2}
package attest.security.secrets_in_manifests

import data.attest.lib.kubernetes
import data.attest.parameters["secrets-in-manifests"] as parameters

deny contains result if {
	parameters.required == true
	input.kind == "Secret"
	input.apiVersion == "v1"
	some field in ["data", "stringData"]
	count(input[field]) > 0
	result := {
		"message": sprintf("the manifest holds the data of secret `%s`", [kubernetes.name]),
		"path": [field],
	}
}
