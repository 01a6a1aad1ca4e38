package attest.terraform.kms_keys_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.kms_keys

test_no_rotation if {
	fixtures.paths(kms_keys.deny_rotation) == {fixtures.at(["enable_key_rotation"])} with input as fixtures.creates("aws_kms_key", {"enable_key_rotation": false})
}

test_rotation if {
	count(kms_keys.deny_rotation) == 0 with input as fixtures.creates("aws_kms_key", {"enable_key_rotation": true})
}

test_key_for_signing if {
	count(kms_keys.deny_rotation) == 0 with input as fixtures.creates("aws_kms_key", {"customer_master_key_spec": "RSA_4096", "key_usage": "SIGN_VERIFY"})
}

test_rotation_unknown if {
	count(kms_keys.deny_rotation) == 0 with input as fixtures.creates_unknown("aws_kms_key", {}, {"enable_key_rotation": true})
}

test_rotation_deleted if {
	count(kms_keys.deny_rotation) == 0 with input as fixtures.deletes("aws_kms_key", {"enable_key_rotation": false})
}

test_a_week if {
	fixtures.paths(kms_keys.warn_deletion_window) == {fixtures.at(["deletion_window_in_days"])} with input as fixtures.creates("aws_kms_key", {"deletion_window_in_days": 7})
}

test_a_month if {
	count(kms_keys.warn_deletion_window) == 0 with input as fixtures.creates("aws_kms_key", {"deletion_window_in_days": 30})
}

test_deletion_window_unknown if {
	count(kms_keys.warn_deletion_window) == 0 with input as fixtures.creates_unknown("aws_kms_key", {}, {"deletion_window_in_days": true})
}

test_deletion_window_deleted if {
	count(kms_keys.warn_deletion_window) == 0 with input as fixtures.deletes("aws_kms_key", {"deletion_window_in_days": 7})
}
