# METADATA
# title: Ingresses must use TLS
# description: >-
#   Without TLS, what users send, their passwords among it, can be read and changed on its way.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/ingress/#tls
package attest.security.ingress_tls

import data.attest.lib.kubernetes

# METADATA
# title: Hosts of an Ingress must be served with TLS
# description: >-
#   Without TLS, what users send, their passwords among it, can be read and changed on its way.
# custom:
#   severity: medium
#   remediation: add the host to `spec.tls` with a Secret that holds its certificate
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Encryption"]
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#     GDPR: ["Art. 32"]
#   examples:
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web}
#       spec: {tls: [{hosts: [shop.example.com], secretName: shop-tls}], rules: [{host: shop.example.com}]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web}
#       spec: {rules: [{host: shop.example.com}]}
deny_plain contains result if {
	is_ingress
	not ends_before
	some i, rule in input.spec.rules
	host := object.get(rule, "host", "")
	not covered(host)
	result := {
		"message": sprintf("%s is served without TLS", [told(host)]),
		"path": kubernetes.existing(["spec", "rules", i, "host"]),
	}
}

# METADATA
# title: Ingresses should redirect from HTTP to TLS
# description: >-
#   With the redirect switched off, whoever types the name without `https` sends and reads in plain text.
# custom:
#   severity: low
#   remediation: remove the annotation
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web}
#       spec: {tls: [{hosts: [shop.example.com], secretName: shop-tls}], rules: [{host: shop.example.com}]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web, annotations: {nginx.ingress.kubernetes.io/ssl-redirect: "false"}}
#       spec: {tls: [{hosts: [shop.example.com], secretName: shop-tls}], rules: [{host: shop.example.com}]}
warn_redirect contains result if {
	is_ingress
	count(input.spec.tls) > 0
	input.metadata.annotations["nginx.ingress.kubernetes.io/ssl-redirect"] == "false"
	not input.metadata.annotations["nginx.ingress.kubernetes.io/force-ssl-redirect"] == "true"
	result := {
		"message": "plain HTTP is not redirected to TLS",
		"path": ["metadata", "annotations", "nginx.ingress.kubernetes.io/ssl-redirect"],
	}
}

is_ingress if {
	input.kind == "Ingress"
	regex.match(`^(networking\.k8s\.io|extensions)/`, input.apiVersion)
}

# A load balancer of the cloud ends TLS, with a certificate that an annotation names.
ends_before if {
	some key in [
		"alb.ingress.kubernetes.io/certificate-arn", "networking.gke.io/managed-certificates",
		"ingress.gcp.kubernetes.io/pre-shared-cert", "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
		"nginx.ingress.kubernetes.io/ssl-passthrough",
	]
	kubernetes.own_annotations[key]
}

covered(host) if {
	some entry in input.spec.tls
	some name in object.get(entry, "hosts", [host])
	matches(host, name)
}

matches(host, host)

matches(host, name) if {
	startswith(name, "*.")
	parts := split(host, ".")
	concat(".", array.slice(parts, 1, count(parts))) == trim_prefix(name, "*.")
}

told("") := "every host"

told(host) := sprintf("host `%s`", [host]) if host != ""
