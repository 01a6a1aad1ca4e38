package attest.security.ingress_tls_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.ingress_tls

test_no_tls if {
	fixtures.messages(ingress_tls.deny_plain) == {"host `a.example.com` is served without TLS"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"spec": {"rules": [{"host": "a.example.com"}]}})
}

test_tls_for_another_host if {
	fixtures.messages(ingress_tls.deny_plain) == {"host `a.example.com` is served without TLS"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"spec": {"tls": [{"hosts": ["b.example.com"]}], "rules": [{"host": "a.example.com"}]}})
}

test_tls if {
	count(ingress_tls.deny_plain) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"spec": {"tls": [{"hosts": ["a.example.com"]}], "rules": [{"host": "a.example.com"}]}})
}

test_tls_for_a_wildcard if {
	count(ingress_tls.deny_plain) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"spec": {"tls": [{"hosts": ["*.example.com"]}], "rules": [{"host": "a.example.com"}]}})
}

test_tls_ends_before if {
	count(ingress_tls.deny_plain) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"networking.gke.io/managed-certificates": "c"}}, "spec": {"rules": [{"host": "a.example.com"}]}})
}

test_ingress_of_another_kind if {
	count(ingress_tls.deny_plain) == 0 with input as fixtures.object_of("config.openshift.io/v1", "Ingress", {"spec": {"rules": [{"host": "a.example.com"}]}})
}

test_redirect_off if {
	fixtures.messages(ingress_tls.warn_redirect) == {"plain HTTP is not redirected to TLS"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"nginx.ingress.kubernetes.io/ssl-redirect": "false"}}, "spec": {"tls": [{"hosts": ["a.example.com"]}]}})
}

test_redirect_by_default if {
	count(ingress_tls.warn_redirect) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"spec": {"tls": [{"hosts": ["a.example.com"]}]}})
}
