package attest.terraform.gcp_keys_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_keys

test_never if {
	fixtures.paths(gcp_keys.deny_rotation) == {fixtures.at(["rotation_period"])} with input as fixtures.creates("google_kms_crypto_key", {"name": "orders", "rotation_period": null})
}

test_once_a_year if {
	fixtures.paths(gcp_keys.deny_rotation) == {fixtures.at(["rotation_period"])} with input as fixtures.creates("google_kms_crypto_key", {"rotation_period": "31536000s"})
}

test_quarterly if {
	count(gcp_keys.deny_rotation) == 0 with input as fixtures.creates("google_kms_crypto_key", {"rotation_period": "7776000s"})
}

test_key_for_signing if {
	count(gcp_keys.deny_rotation) == 0 with input as fixtures.creates("google_kms_crypto_key", {"purpose": "ASYMMETRIC_SIGN"})
}

test_rotation_unknown if {
	count(gcp_keys.deny_rotation) == 0 with input as fixtures.creates_unknown("google_kms_crypto_key", {}, {"rotation_period": true})
}

test_rotation_deleted if {
	count(gcp_keys.deny_rotation) == 0 with input as fixtures.deletes("google_kms_crypto_key", {"name": "orders", "rotation_period": null})
}

test_account_key if {
	fixtures.paths(gcp_keys.deny_account_key) == {fixtures.at([])} with input as fixtures.creates("google_service_account_key", {"service_account_id": "ci"})
}

test_uploaded_public_key if {
	count(gcp_keys.deny_account_key) == 0 with input as fixtures.creates("google_service_account_key", {"service_account_id": "ci", "public_key_data": "LS0t"})
}

test_account_key_unknown if {
	count(gcp_keys.deny_account_key) == 0 with input as fixtures.creates_unknown("google_service_account_key", {"service_account_id": "ci"}, {"public_key_data": true})
}

test_account_key_deleted if {
	count(gcp_keys.deny_account_key) == 0 with input as fixtures.deletes("google_service_account_key", {"service_account_id": "ci"})
}
