package attest.terraform.public_bucket_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.public_bucket

test_public_acl if {
	fixtures.paths(public_bucket.deny_acl) == {fixtures.at(["acl"])} with input as fixtures.creates("aws_s3_bucket_acl", {"bucket": "b", "acl": "public-read"})
}

test_public_bucket_of_old if {
	fixtures.paths(public_bucket.deny_acl) == {fixtures.at(["acl"])} with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "acl": "public-read-write"})
}

test_public_grant if {
	fixtures.paths(public_bucket.deny_acl) == {fixtures.at(["access_control_policy", 0, "grant", 0])} with input as fixtures.creates("aws_s3_bucket_acl", {"bucket": "b", "access_control_policy": [{"grant": [{"permission": "READ", "grantee": [{"type": "Group", "uri": "http://acs.amazonaws.com/groups/global/AllUsers"}]}]}]})
}

test_private_acl if {
	count(public_bucket.deny_acl) == 0 with input as fixtures.creates("aws_s3_bucket_acl", {"bucket": "b", "acl": "private"})
}

test_log_delivery if {
	count(public_bucket.deny_acl) == 0 with input as fixtures.creates("aws_s3_bucket_acl", {"bucket": "b", "acl": "log-delivery-write"})
}

test_acl_unknown if {
	count(public_bucket.deny_acl) == 0 with input as fixtures.creates_unknown("aws_s3_bucket_acl", {"bucket": "b"}, {"acl": true})
}

test_acl_deleted if {
	count(public_bucket.deny_acl) == 0 with input as fixtures.deletes("aws_s3_bucket_acl", {"bucket": "b", "acl": "public-read"})
}

test_public_policy if {
	fixtures.paths(public_bucket.deny_policy) == {fixtures.at(["policy"])} with input as fixtures.creates("aws_s3_bucket_policy", {"bucket": "b", "policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"})
}

test_private_policy if {
	count(public_bucket.deny_policy) == 0 with input as fixtures.creates("aws_s3_bucket_policy", {"bucket": "b", "policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"arn:aws:iam::123456789012:root\"}, \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"})
}

test_policy_for_a_network if {
	count(public_bucket.deny_policy) == 0 with input as fixtures.creates("aws_s3_bucket_policy", {"bucket": "b", "policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\", \"Condition\": {\"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}}}]}"})
}

test_broken_policy if {
	count(public_bucket.deny_policy) == 0 with input as fixtures.creates("aws_s3_bucket_policy", {"bucket": "b", "policy": "{"})
}

test_policy_unknown if {
	count(public_bucket.deny_policy) == 0 with input as fixtures.creates_unknown("aws_s3_bucket_policy", {"bucket": "b"}, {"policy": true})
}

test_policy_deleted if {
	count(public_bucket.deny_policy) == 0 with input as fixtures.deletes("aws_s3_bucket_policy", {"bucket": "b", "policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"})
}

test_partial_block if {
	fixtures.paths(public_bucket.deny_access_block) == {fixtures.at(["restrict_public_buckets"])} with input as fixtures.creates("aws_s3_bucket_public_access_block", {"bucket": "b", "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": false})
}

test_no_block if {
	fixtures.paths(public_bucket.deny_access_block) == {fixtures.at(["block_public_acls"])} with input as fixtures.creates("aws_s3_bucket_public_access_block", {"bucket": "b", "block_public_acls": false, "block_public_policy": false, "ignore_public_acls": false, "restrict_public_buckets": false})
}

test_whole_block if {
	count(public_bucket.deny_access_block) == 0 with input as fixtures.creates("aws_s3_bucket_public_access_block", {"bucket": "b", "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true})
}

test_access_block_unknown if {
	count(public_bucket.deny_access_block) == 0 with input as fixtures.creates_unknown("aws_s3_bucket_public_access_block", {"bucket": "b", "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true}, {"restrict_public_buckets": true})
}

test_access_block_deleted if {
	count(public_bucket.deny_access_block) == 0 with input as fixtures.deletes("aws_s3_bucket_public_access_block", {"bucket": "b", "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": false})
}

test_acl_behind_a_block if {
	count(public_bucket.deny_acl) == 0 with input as fixtures.plan([
		fixtures.created("aws_s3_bucket_acl", "main", {"bucket": "b", "acl": "public-read"}),
		fixtures.created("aws_s3_bucket_public_access_block", "main", {"bucket": "b", "ignore_public_acls": true}),
	])
}

test_acl_beside_the_block_of_another_bucket if {
	count(public_bucket.deny_acl) == 1 with input as fixtures.plan([
		fixtures.created("aws_s3_bucket_acl", "main", {"bucket": "b", "acl": "public-read"}),
		fixtures.created("aws_s3_bucket_public_access_block", "main", {"bucket": "c", "ignore_public_acls": true}),
	])
}

test_block_found_by_reference if {
	document := fixtures.with_configuration(
		fixtures.plan([
			fixtures.created("aws_s3_bucket", "logs", {"bucket": "b"}),
			fixtures.change("aws_s3_bucket_acl", "logs", ["create"], {"acl": "public-read"}, {"bucket": true}),
			fixtures.change("aws_s3_bucket_public_access_block", "logs", ["create"], {"ignore_public_acls": true}, {"bucket": true}),
		]),
		[
			fixtures.configured("aws_s3_bucket_acl", "logs", {"bucket": {"references": ["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"]}}),
			fixtures.configured("aws_s3_bucket_public_access_block", "logs", {"bucket": {"references": ["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"]}}),
		],
	)
	count(public_bucket.deny_acl) == 0 with input as document
}

test_block_of_another_instance if {
	references := {"bucket": {"references": ["aws_s3_bucket.logs", "each.key"]}}
	document := fixtures.with_configuration(
		fixtures.plan([
			fixtures.instance("aws_s3_bucket_acl", "logs", "a", {"acl": "public-read"}, {"bucket": true}),
			fixtures.instance("aws_s3_bucket_public_access_block", "logs", "b", {"ignore_public_acls": true}, {"bucket": true}),
		]),
		[fixtures.configured("aws_s3_bucket_acl", "logs", references), fixtures.configured("aws_s3_bucket_public_access_block", "logs", references)],
	)
	fixtures.messages(public_bucket.deny_acl) == {"`aws_s3_bucket_acl.logs[\"a\"]` is public: its ACL is `public-read`"} with input as document
}

test_block_that_a_variable_names if {
	document := fixtures.with_configuration(
		fixtures.plan([
			fixtures.created("aws_s3_bucket_acl", "logs", {"bucket": "b", "acl": "public-read"}),
			fixtures.change("aws_s3_bucket_public_access_block", "logs", ["create"], {"ignore_public_acls": true}, {"bucket": true}),
		]),
		[fixtures.configured("aws_s3_bucket_public_access_block", "logs", {"bucket": {"references": ["var.bucket"]}})],
	)
	count(public_bucket.deny_acl) == 0 with input as document
}

test_website_bucket_without_acl if {
	count(public_bucket.deny_acl) == 0 with input as fixtures.creates_unknown("aws_s3_bucket", {"bucket": "b"}, {"acl": true})
}
