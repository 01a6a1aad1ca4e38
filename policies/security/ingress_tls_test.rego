package attest.security.ingress_tls_test

import data.attest.security.ingress_tls

test_no_tls if {
	messages := {result.message | some result in ingress_tls.deny} with input as {"kind": "Ingress", "spec": {"rules": [{"host": "a.example.com"}]}}
	messages == {"host `a.example.com` is served without TLS"}
}

test_tls_for_another_host if {
	messages := {result.message | some result in ingress_tls.deny} with input as {"kind": "Ingress", "spec": {"tls": [{"hosts": ["b.example.com"]}], "rules": [{"host": "a.example.com"}]}}
	messages == {"host `a.example.com` is served without TLS"}
}

test_tls if {
	count(ingress_tls.deny) == 0 with input as {"kind": "Ingress", "spec": {"tls": [{"hosts": ["a.example.com"]}], "rules": [{"host": "a.example.com"}]}}
}

test_tls_for_a_wildcard if {
	count(ingress_tls.deny) == 0 with input as {"kind": "Ingress", "spec": {"tls": [{"hosts": ["*.example.com"]}], "rules": [{"host": "a.example.com"}]}}
}
