package attest.terraform.cloudtrail_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.cloudtrail

test_one_region if {
	fixtures.paths(cloudtrail.deny_regions) == {fixtures.at(["is_multi_region_trail"])} with input as fixtures.creates("aws_cloudtrail", {"is_multi_region_trail": false})
}

test_all_regions if {
	count(cloudtrail.deny_regions) == 0 with input as fixtures.creates("aws_cloudtrail", {"is_multi_region_trail": true})
}

test_regions_unknown if {
	count(cloudtrail.deny_regions) == 0 with input as fixtures.creates_unknown("aws_cloudtrail", {}, {"is_multi_region_trail": true})
}

test_regions_deleted if {
	count(cloudtrail.deny_regions) == 0 with input as fixtures.deletes("aws_cloudtrail", {"is_multi_region_trail": false})
}

test_no_validation if {
	fixtures.paths(cloudtrail.deny_validation) == {fixtures.at(["enable_log_file_validation"])} with input as fixtures.creates("aws_cloudtrail", {"enable_log_file_validation": false})
}

test_validation if {
	count(cloudtrail.deny_validation) == 0 with input as fixtures.creates("aws_cloudtrail", {"enable_log_file_validation": true})
}

test_validation_unknown if {
	count(cloudtrail.deny_validation) == 0 with input as fixtures.creates_unknown("aws_cloudtrail", {}, {"enable_log_file_validation": true})
}

test_validation_deleted if {
	count(cloudtrail.deny_validation) == 0 with input as fixtures.deletes("aws_cloudtrail", {"enable_log_file_validation": false})
}

test_trail_off if {
	fixtures.paths(cloudtrail.deny_off) == {fixtures.at(["enable_logging"])} with input as fixtures.creates("aws_cloudtrail", {"enable_logging": false})
}

test_detector_off if {
	fixtures.paths(cloudtrail.deny_off) == {fixtures.at(["enable"])} with input as fixtures.creates("aws_guardduty_detector", {"enable": false})
}

test_trail_on if {
	count(cloudtrail.deny_off) == 0 with input as fixtures.creates("aws_cloudtrail", {"enable_logging": true})
}

test_off_unknown if {
	count(cloudtrail.deny_off) == 0 with input as fixtures.creates_unknown("aws_cloudtrail", {}, {"enable_logging": true})
}

test_off_deleted if {
	count(cloudtrail.deny_off) == 0 with input as fixtures.deletes("aws_cloudtrail", {"enable_logging": false})
}

test_no_key if {
	fixtures.paths(cloudtrail.warn_key) == {fixtures.at(["kms_key_id"])} with input as fixtures.creates("aws_cloudtrail", {"kms_key_id": null})
}

test_key if {
	count(cloudtrail.warn_key) == 0 with input as fixtures.creates("aws_cloudtrail", {"kms_key_id": "arn:aws:kms:eu-west-1:123456789012:key/1"})
}

test_key_unknown if {
	count(cloudtrail.warn_key) == 0 with input as fixtures.creates_unknown("aws_cloudtrail", {}, {"kms_key_id": true})
}

test_key_deleted if {
	count(cloudtrail.warn_key) == 0 with input as fixtures.deletes("aws_cloudtrail", {"kms_key_id": null})
}
