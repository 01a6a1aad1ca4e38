# METADATA
# title: What users reach must ask who they are
# description: >-
#   SOC 2 asks for authentication before access. What an Ingress serves says how it authenticates, by the annotation of its controller or by `attest.continuu.ms/authentication`; what is meant for everybody says `public`. Asked only where `required` is true.
# custom:
#   severity: medium
#   remediation: 'add `nginx.ingress.kubernetes.io/auth-url` or its like, or say in `attest.continuu.ms/authentication` how users authenticate'
#   controls:
#     SOC2: ["CC6.1", "CC6.3"]
#   parameters:
#     required: {type: boolean, description: whether the policy asks anything}
#     accepted: {type: array, items: string, description: what the annotation may say}
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web, annotations: {attest.continuu.ms/authentication: mfa}}
#       spec: {tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web}
#       spec: {tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}
package attest.compliance.authentication

import data.attest.lib.kubernetes
import data.attest.parameters.authentication as parameters

deny contains result if {
	parameters.required == true
	input.kind in {"Ingress", "HTTPRoute"}
	not authenticates
	result := {
		"message": sprintf("nothing says how users of `%s` authenticate", [kubernetes.name]),
		"path": kubernetes.existing(["metadata", "annotations", key]),
	}
}

key := "attest.continuu.ms/authentication"

authenticates if lower(kubernetes.own_annotations[key]) in parameters.accepted

authenticates if {
	some name in [
		"nginx.ingress.kubernetes.io/auth-url", "nginx.ingress.kubernetes.io/auth-tls-secret",
		"nginx.ingress.kubernetes.io/auth-secret", "alb.ingress.kubernetes.io/auth-type",
		"traefik.ingress.kubernetes.io/router.middlewares",
	]
	value := kubernetes.own_annotations[name]
	not value in {"", "none"}
}
