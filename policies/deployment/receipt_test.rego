package attest.deployment.receipt_test

import data.attest.deployment.receipt
import data.attest.lib.fixtures_test as fixtures

test_none if {
	fixtures.messages(receipt.deny_missing) == {"there is no receipt"} with input as fixtures.deployment({}) with data.attest.parameters.receipt as {"required": true, "kinds": ["Deployment"]}
}

test_not_asked_by_default if {
	count(receipt.deny_missing) == 0 with input as fixtures.deployment({})
}

test_no_digest if {
	fixtures.messages(receipt.deny_malformed) == {"the receipt `sha256:12` is no digest"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "a", "annotations": {"attest.continuu.ms/receipt": "sha256:12"}}})
}

test_digest if {
	count(receipt.deny_malformed) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "a", "annotations": {"attest.continuu.ms/receipt": "sha256:0000000000000000000000000000000000000000000000000000000000000001"}}})
}
