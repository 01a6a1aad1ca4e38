package attest.compliance.authentication_test

import data.attest.compliance.authentication
import data.attest.lib.fixtures_test as fixtures

test_nothing_said if {
	fixtures.messages(authentication.deny) == {"nothing says how users of `web` authenticate"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {}) with data.attest.parameters.authentication as {"required": true, "accepted": ["mfa"]}
}

test_not_accepted if {
	fixtures.messages(authentication.deny) == {"nothing says how users of `a` authenticate"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"attest.continuu.ms/authentication": "none"}}}) with data.attest.parameters.authentication as {"required": true, "accepted": ["mfa"]}
}

test_controller_authenticates if {
	count(authentication.deny) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "annotations": {"nginx.ingress.kubernetes.io/auth-url": "https://auth.example.com"}}}) with data.attest.parameters.authentication as {"required": true, "accepted": ["mfa"]}
}

test_not_asked_by_default if {
	count(authentication.deny) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {})
}
