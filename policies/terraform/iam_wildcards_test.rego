package attest.terraform.iam_wildcards_test

import data.attest.terraform.iam_wildcards

test_everything if {
	messages := {result.message | some result in iam_wildcards.deny} with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_iam_policy.x", "mode": "managed", "type": "aws_iam_policy", "name": "x", "change": {"actions": ["create"], "after": {"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"*\"], \"Resource\": \"*\"}}"}, "after_unknown": {}}}]}
	messages == {"`aws_iam_policy.x` allows every action on every resource"}
}

test_one_bucket if {
	count(iam_wildcards.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_iam_policy.x", "mode": "managed", "type": "aws_iam_policy", "name": "x", "change": {"actions": ["create"], "after": {"policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"}, "after_unknown": {}}}]}
}

test_denied if {
	count(iam_wildcards.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_iam_policy.x", "mode": "managed", "type": "aws_iam_policy", "name": "x", "change": {"actions": ["create"], "after": {"policy": "{\"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}]}"}, "after_unknown": {}}}]}
}
