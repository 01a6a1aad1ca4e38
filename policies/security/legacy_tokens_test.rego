package attest.security.legacy_tokens_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.legacy_tokens

test_token_in_a_secret if {
	fixtures.messages(legacy_tokens.deny) == {"secret `web` is a token that never expires"} with input as fixtures.object_of("v1", "Secret", {"type": "kubernetes.io/service-account-token"})
}

test_other_secret if {
	count(legacy_tokens.deny) == 0 with input as fixtures.object_of("v1", "Secret", {"type": "Opaque"})
}
