package attest.terraform.public_bucket_test

import data.attest.terraform.public_bucket

test_public_acl if {
	messages := {result.message | some result in public_bucket.deny} with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_s3_bucket_acl.x", "mode": "managed", "type": "aws_s3_bucket_acl", "name": "x", "change": {"actions": ["create"], "after": {"acl": "public-read"}, "after_unknown": {}}}]}
	messages == {"`aws_s3_bucket_acl.x` is public: its ACL is `public-read`"}
}

test_private_acl if {
	count(public_bucket.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_s3_bucket_acl.x", "mode": "managed", "type": "aws_s3_bucket_acl", "name": "x", "change": {"actions": ["create"], "after": {"acl": "private"}, "after_unknown": {}}}]}
}

test_partial_block if {
	messages := {result.message | some result in public_bucket.deny} with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_s3_bucket_public_access_block.x", "mode": "managed", "type": "aws_s3_bucket_public_access_block", "name": "x", "change": {"actions": ["create"], "after": {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true}, "after_unknown": {}}}]}
	messages == {"`aws_s3_bucket_public_access_block.x` does not set `restrict_public_buckets`"}
}
