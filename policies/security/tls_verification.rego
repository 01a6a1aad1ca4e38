# METADATA
# title: Extension API servers must be verified
# description: >-
#   With `insecureSkipTLSVerify`, whoever stands between the API server and the extension reads and forges what they say, users' identities among it.
# related_resources:
#   - https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/
# custom:
#   severity: medium
#   remediation: remove `insecureSkipTLSVerify`, and set `caBundle`
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Encryption"]
#     SOC2: ["CC6.7"]
#   examples:
#     good: |
#       apiVersion: apiregistration.k8s.io/v1
#       kind: APIService
#       metadata: {name: v1.shop.example.com}
#       spec: {group: shop.example.com, version: v1, groupPriorityMinimum: 100, versionPriority: 100, caBundle: QQ==, service: {name: api, namespace: shop}}
#     bad: |
#       apiVersion: apiregistration.k8s.io/v1
#       kind: APIService
#       metadata: {name: v1.shop.example.com}
#       spec: {group: shop.example.com, version: v1, groupPriorityMinimum: 100, versionPriority: 100, insecureSkipTLSVerify: true, service: {name: api, namespace: shop}}
package attest.security.tls_verification

deny contains result if {
	input.kind == "APIService"
	input.spec.insecureSkipTLSVerify == true
	result := {
		"message": "the API server does not verify whom it talks to",
		"path": ["spec", "insecureSkipTLSVerify"],
	}
}
