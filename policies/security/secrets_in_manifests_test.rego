package attest.security.secrets_in_manifests_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.secrets_in_manifests

test_data if {
	fixtures.messages(secrets_in_manifests.deny) == {"the manifest holds the data of secret `web`"} with input as fixtures.object_of("v1", "Secret", {"data": {"a": "aHVudGVyMg=="}}) with data.attest.parameters["secrets-in-manifests"] as {"required": true}
}

test_no_data if {
	count(secrets_in_manifests.deny) == 0 with input as fixtures.object_of("v1", "Secret", {}) with data.attest.parameters["secrets-in-manifests"] as {"required": true}
}

test_not_asked_by_default if {
	count(secrets_in_manifests.deny) == 0 with input as fixtures.object_of("v1", "Secret", {"data": {"a": "aHVudGVyMg=="}})
}
