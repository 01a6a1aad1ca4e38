# METADATA
# title: Service accounts must not have tokens that never expire
# description: >-
#   A Secret of the type `kubernetes.io/service-account-token` holds a token that never expires and works from anywhere. Pods get tokens that rotate without it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/secret/
# custom:
#   severity: medium
#   remediation: remove the Secret; use a projected token, or `kubectl create token` with a duration
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Protecting Pod service account tokens"]
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Secret
#       metadata: {name: web-tls}
#       type: kubernetes.io/tls
#     bad: |
#       apiVersion: v1
#       kind: Secret
#       metadata: {name: ci-token, annotations: {kubernetes.io/service-account.name: ci}}
#       type: kubernetes.io/service-account-token
package attest.security.legacy_tokens

import data.attest.lib.kubernetes

deny contains result if {
	input.kind == "Secret"
	input.type == "kubernetes.io/service-account-token"
	result := {
		"message": sprintf("secret `%s` is a token that never expires", [kubernetes.name]),
		"path": ["type"],
	}
}
