# METADATA
# title: Ingresses must use TLS
# description: Without TLS, what users send can be read and changed on its way.
# custom:
#   severity: medium
#   fix: add `spec.tls` with a secret that holds a certificate
package attest.security.ingress_tls

deny contains result if {
	input.kind == "Ingress"
	some i, rule in input.spec.rules
	not covered(object.get(rule, "host", ""))
	result := {
		"message": sprintf("host `%s` is served without TLS", [object.get(rule, "host", "*")]),
		"path": ["spec", "rules", i, "host"],
	}
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
