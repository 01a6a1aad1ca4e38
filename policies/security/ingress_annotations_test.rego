package attest.security.ingress_annotations_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.ingress_annotations

test_snippet if {
	fixtures.messages(ingress_annotations.deny_snippet) == {"`nginx.ingress.kubernetes.io/server-snippet` writes into the configuration of the proxy"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"nginx.ingress.kubernetes.io/server-snippet": "x"}}})
}

test_other_annotation if {
	count(ingress_annotations.deny_snippet) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"nginx.ingress.kubernetes.io/proxy-body-size": "8m"}}})
}

test_controller_allows_them if {
	fixtures.messages(ingress_annotations.deny_allowed) == {"every Ingress may write into the configuration of the proxy"} with input as fixtures.object_of("v1", "ConfigMap", {"data": {"allow-snippet-annotations": "true"}})
}

test_controller_forbids_them if {
	count(ingress_annotations.deny_allowed) == 0 with input as fixtures.object_of("v1", "ConfigMap", {"data": {"allow-snippet-annotations": "false"}})
}

test_every_origin if {
	fixtures.messages(ingress_annotations.warn_origins) == {"every origin may read the site with its visitor's credentials"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"nginx.ingress.kubernetes.io/enable-cors": "true"}}})
}

test_without_credentials if {
	count(ingress_annotations.warn_origins) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"nginx.ingress.kubernetes.io/enable-cors": "true", "nginx.ingress.kubernetes.io/cors-allow-credentials": "false"}}})
}
