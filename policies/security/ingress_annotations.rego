# METADATA
# title: Ingresses must not change the proxy's configuration
# description: >-
#   The proxy serves everybody. What one Ingress writes into its configuration reaches the secrets and the traffic of all.
# related_resources:
#   - https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/
package attest.security.ingress_annotations

# METADATA
# title: Ingresses must not carry snippets of configuration
# description: >-
#   A snippet is written into the proxy's configuration as it stands: it reads the controller's service account, and with it the secrets of all namespaces (CVE-2021-25742).
# custom:
#   severity: high
#   remediation: use the annotation made for the purpose, or change the controller's ConfigMap; leave `allow-snippet-annotations` off
#   controls:
#     SOC2: ["CC6.1", "CC6.8"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web, annotations: {nginx.ingress.kubernetes.io/proxy-body-size: 8m}}
#       spec: {tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web, annotations: {nginx.ingress.kubernetes.io/configuration-snippet: "more_set_headers 'X-A: b';"}}
#       spec: {tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}
deny_snippet contains result if {
	input.kind == "Ingress"
	some key, _ in input.metadata.annotations
	regex.match(`^nginx\.(ingress\.kubernetes\.io/([a-z]+-snippet)|org/(server|location)-snippets)$`, key)
	result := {
		"message": sprintf("`%s` writes into the configuration of the proxy", [key]),
		"path": ["metadata", "annotations", key],
	}
}

# METADATA
# title: Controllers must not allow snippets of configuration
# description: >-
#   With `allow-snippet-annotations`, everyone who may write an Ingress reads the secrets that the controller reads (CVE-2021-25742).
# custom:
#   severity: high
#   remediation: 'set `allow-snippet-annotations: "false"`'
#   controls:
#     SOC2: ["CC6.1", "CC6.8"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: ingress-nginx-controller}
#       data: {allow-snippet-annotations: "false"}
#     bad: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: ingress-nginx-controller}
#       data: {allow-snippet-annotations: "true"}
deny_allowed contains result if {
	input.kind == "ConfigMap"
	input.data["allow-snippet-annotations"] == "true"
	result := {
		"message": "every Ingress may write into the configuration of the proxy",
		"path": ["data", "allow-snippet-annotations"],
	}
}

# METADATA
# title: Ingresses should not share answers with every origin
# description: >-
#   With any origin allowed, and credentials along with it, each page on the web reads the site in the name of its visitor.
# custom:
#   severity: medium
#   remediation: 'name the origins in `nginx.ingress.kubernetes.io/cors-allow-origin`'
#   controls:
#     SOC2: ["CC6.6"]
#   examples:
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web, annotations: {nginx.ingress.kubernetes.io/enable-cors: "true", nginx.ingress.kubernetes.io/cors-allow-origin: "https://shop.example.com"}}
#       spec: {tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: Ingress
#       metadata: {name: web, annotations: {nginx.ingress.kubernetes.io/enable-cors: "true"}}
#       spec: {tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}
warn_origins contains result if {
	input.kind == "Ingress"
	annotations := input.metadata.annotations
	annotations["nginx.ingress.kubernetes.io/enable-cors"] == "true"
	object.get(annotations, "nginx.ingress.kubernetes.io/cors-allow-origin", "*") == "*"
	object.get(annotations, "nginx.ingress.kubernetes.io/cors-allow-credentials", "true") == "true"
	result := {
		"message": "every origin may read the site with its visitor's credentials",
		"path": ["metadata", "annotations", "nginx.ingress.kubernetes.io/enable-cors"],
	}
}
