package attest.terraform.iam_users_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.iam_users

test_policy_of_a_user if {
	fixtures.paths(iam_users.deny_direct_policy) == {fixtures.at(["user"])} with input as fixtures.creates("aws_iam_user_policy_attachment", {"user": "ann", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"})
}

test_policy_of_a_group if {
	count(iam_users.deny_direct_policy) == 0 with input as fixtures.creates("aws_iam_group_policy_attachment", {"group": "readers", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"})
}

test_direct_policy_deleted if {
	count(iam_users.deny_direct_policy) == 0 with input as fixtures.deletes("aws_iam_user_policy_attachment", {"user": "ann", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"})
}

test_access_key if {
	fixtures.paths(iam_users.warn_access_key) == {fixtures.at([])} with input as fixtures.creates("aws_iam_access_key", {"user": "ci"})
}

test_encrypted_access_key if {
	count(iam_users.warn_access_key) == 0 with input as fixtures.creates("aws_iam_access_key", {"user": "ci", "pgp_key": "keybase:ann"})
}

test_access_key_unknown if {
	count(iam_users.warn_access_key) == 0 with input as fixtures.creates_unknown("aws_iam_access_key", {"user": "ci"}, {"pgp_key": true})
}

test_access_key_deleted if {
	count(iam_users.warn_access_key) == 0 with input as fixtures.deletes("aws_iam_access_key", {"user": "ci"})
}

test_short_passwords if {
	fixtures.paths(iam_users.deny_password_length) == {fixtures.at(["minimum_password_length"])} with input as fixtures.creates("aws_iam_account_password_policy", {"minimum_password_length": 8})
}

test_long_passwords if {
	count(iam_users.deny_password_length) == 0 with input as fixtures.creates("aws_iam_account_password_policy", {"minimum_password_length": 14})
}

test_password_length_unknown if {
	count(iam_users.deny_password_length) == 0 with input as fixtures.creates_unknown("aws_iam_account_password_policy", {}, {"minimum_password_length": true})
}

test_password_length_deleted if {
	count(iam_users.deny_password_length) == 0 with input as fixtures.deletes("aws_iam_account_password_policy", {"minimum_password_length": 8})
}

test_passwords_come_back if {
	fixtures.paths(iam_users.deny_password_reuse) == {fixtures.at(["password_reuse_prevention"])} with input as fixtures.creates("aws_iam_account_password_policy", {"password_reuse_prevention": 5})
}

test_passwords_do_not_come_back if {
	count(iam_users.deny_password_reuse) == 0 with input as fixtures.creates("aws_iam_account_password_policy", {"password_reuse_prevention": 24})
}

test_password_reuse_unknown if {
	count(iam_users.deny_password_reuse) == 0 with input as fixtures.creates_unknown("aws_iam_account_password_policy", {}, {"password_reuse_prevention": true})
}

test_password_reuse_deleted if {
	count(iam_users.deny_password_reuse) == 0 with input as fixtures.deletes("aws_iam_account_password_policy", {"password_reuse_prevention": 5})
}
