package attest.terraform.iam_wildcards_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.iam_wildcards

test_everything if {
	fixtures.paths(iam_wildcards.deny_everything) == {fixtures.at(["policy"])} with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}"})
}

test_list_of_everything if {
	fixtures.paths(iam_wildcards.deny_everything) == {fixtures.at(["policy"])} with input as fixtures.creates("aws_iam_role_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"*\"], \"Resource\": [\"*\"]}]}"})
}

test_single_statement if {
	fixtures.paths(iam_wildcards.deny_everything) == {fixtures.at(["policy"])} with input as fixtures.creates("aws_iam_group_policy", {"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*:*\", \"Resource\": \"*\"}}"})
}

test_inline_policy_of_a_role if {
	fixtures.paths(iam_wildcards.deny_everything) == {fixtures.at(["inline_policy", 0, "policy"])} with input as fixtures.creates("aws_iam_role", {"inline_policy": [{"name": "a", "policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}"}]})
}

test_document_that_is_not_known_yet if {
	count(iam_wildcards.deny_everything) == 1 with input as fixtures.reads("aws_iam_policy_document", {"statement": [{"effect": null, "actions": ["*"], "resources": ["*"]}]})
}

test_one_bucket if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"})
}

test_denied if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}]}"})
}

test_broken if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "{"})
}

test_list if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "[]"})
}

test_with_a_condition if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"StringEquals\": {\"aws:RequestedRegion\": \"eu-west-1\"}}}]}"})
}

test_policy_of_a_resource if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.reads("aws_iam_policy_document", {"statement": [{"effect": "Allow", "actions": ["*"], "resources": ["*"], "principals": [{"type": "AWS", "identifiers": ["arn:aws:iam::123456789012:root"]}]}]})
}

test_everything_unknown if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.creates_unknown("aws_iam_policy", {}, {"policy": true})
}

test_everything_deleted if {
	count(iam_wildcards.deny_everything) == 0 with input as fixtures.deletes("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}"})
}

test_all_of_s3 if {
	fixtures.paths(iam_wildcards.deny_service) == {fixtures.at(["policy"])} with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"logs:*\"], \"Resource\": \"*\"}]}"})
}

test_all_of_one_bucket if {
	count(iam_wildcards.deny_service) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"})
}

test_reading if {
	count(iam_wildcards.deny_service) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:Get*\", \"Resource\": \"*\"}]}"})
}

test_service_unknown if {
	count(iam_wildcards.deny_service) == 0 with input as fixtures.creates_unknown("aws_iam_policy", {}, {"policy": true})
}

test_service_deleted if {
	count(iam_wildcards.deny_service) == 0 with input as fixtures.deletes("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"logs:*\"], \"Resource\": \"*\"}]}"})
}

test_any_role_may_be_passed if {
	fixtures.paths(iam_wildcards.deny_escalation) == {fixtures.at(["policy"])} with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"ec2:RunInstances\", \"iam:PassRole\"], \"Resource\": \"*\"}]}"})
}

test_one_role_may_be_passed if {
	count(iam_wildcards.deny_escalation) == 0 with input as fixtures.creates("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"iam:PassRole\", \"Resource\": \"arn:aws:iam::123456789012:role/worker\"}]}"})
}

test_escalation_unknown if {
	count(iam_wildcards.deny_escalation) == 0 with input as fixtures.creates_unknown("aws_iam_policy", {}, {"policy": true})
}

test_escalation_deleted if {
	count(iam_wildcards.deny_escalation) == 0 with input as fixtures.deletes("aws_iam_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"ec2:RunInstances\", \"iam:PassRole\"], \"Resource\": \"*\"}]}"})
}

test_administrator if {
	fixtures.paths(iam_wildcards.deny_administrator) == {fixtures.at(["policy_arn"])} with input as fixtures.creates("aws_iam_role_policy_attachment", {"role": "ci", "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"})
}

test_reader if {
	count(iam_wildcards.deny_administrator) == 0 with input as fixtures.creates("aws_iam_role_policy_attachment", {"role": "ci", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"})
}

test_administrator_unknown if {
	count(iam_wildcards.deny_administrator) == 0 with input as fixtures.creates_unknown("aws_iam_role_policy_attachment", {"role": "ci"}, {"policy_arn": true})
}

test_administrator_deleted if {
	count(iam_wildcards.deny_administrator) == 0 with input as fixtures.deletes("aws_iam_role_policy_attachment", {"role": "ci", "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"})
}
