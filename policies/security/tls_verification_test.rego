package attest.security.tls_verification_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.tls_verification

test_unverified if {
	fixtures.messages(tls_verification.deny) == {"the API server does not verify whom it talks to"} with input as fixtures.object_of("apiregistration.k8s.io/v1", "APIService", {"spec": {"insecureSkipTLSVerify": true}})
}

test_verified if {
	count(tls_verification.deny) == 0 with input as fixtures.object_of("apiregistration.k8s.io/v1", "APIService", {"spec": {"caBundle": "QQ=="}})
}
