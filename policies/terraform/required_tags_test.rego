package attest.terraform.required_tags_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.required_tags

test_tag_missing if {
	fixtures.paths(required_tags.deny) == {fixtures.at(["tags"])} with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "tags": {"team": "shop"}}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_no_tags if {
	fixtures.paths(required_tags.deny) == {fixtures.at(["labels"])} with input as fixtures.creates("google_storage_bucket", {"name": "b", "labels": null}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_tagged if {
	count(required_tags.deny) == 0 with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "tags": {"owner": "shop"}}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_tagged_by_the_provider if {
	count(required_tags.deny) == 0 with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "tags": null, "tags_all": {"owner": "shop"}}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_no_place_for_tags if {
	count(required_tags.deny) == 0 with input as fixtures.creates("aws_s3_bucket_acl", {"acl": "private"}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_unknown if {
	count(required_tags.deny) == 0 with input as fixtures.creates_unknown("aws_s3_bucket", {"tags": {}}, {"tags_all": true}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_unknown_2 if {
	count(required_tags.deny) == 0 with input as fixtures.creates_unknown("aws_s3_bucket", {"tags": {}}, {"tags": {"owner": true}}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_deleted if {
	count(required_tags.deny) == 0 with input as fixtures.deletes("aws_s3_bucket", {"bucket": "b", "tags": {"team": "shop"}}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": []}
}

test_quiet_until_asked if {
	count(required_tags.deny) == 0 with input as fixtures.creates("aws_s3_bucket", {"tags": {}})
}

test_only_types_that_are_asked if {
	count(required_tags.deny) == 0 with input as fixtures.creates("aws_s3_bucket", {"tags": {}}) with data.attest.parameters["required-tags"] as {"tags": ["owner"], "types": ["aws_vpc"]}
}
