package attest.terraform.bucket_recovery_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.bucket_recovery

test_suspended if {
	fixtures.paths(bucket_recovery.warn_versioning) == {fixtures.at(["versioning_configuration", 0, "status"])} with input as fixtures.creates("aws_s3_bucket_versioning", {"bucket": "b", "versioning_configuration": [{"status": "Suspended"}]})
}

test_no_versions if {
	fixtures.paths(bucket_recovery.warn_versioning) == {fixtures.at(["versioning"])} with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "versioning": []})
}

test_enabled if {
	count(bucket_recovery.warn_versioning) == 0 with input as fixtures.creates("aws_s3_bucket_versioning", {"bucket": "b", "versioning_configuration": [{"status": "Enabled"}]})
}

test_versioning_of_old if {
	count(bucket_recovery.warn_versioning) == 0 with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "versioning": [{"enabled": true}]})
}

test_versioning_unknown if {
	count(bucket_recovery.warn_versioning) == 0 with input as fixtures.creates_unknown("aws_s3_bucket_versioning", {"bucket": "b", "versioning_configuration": [{}]}, {"versioning_configuration": [{"status": true}]})
}

test_versioning_deleted if {
	count(bucket_recovery.warn_versioning) == 0 with input as fixtures.deletes("aws_s3_bucket_versioning", {"bucket": "b", "versioning_configuration": [{"status": "Suspended"}]})
}

test_no_log if {
	fixtures.paths(bucket_recovery.warn_logging) == {fixtures.at(["logging"])} with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "logging": []})
}

test_log_of_old if {
	count(bucket_recovery.warn_logging) == 0 with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "logging": [{"target_bucket": "logs"}]})
}

test_bucket_for_logs if {
	count(bucket_recovery.warn_logging) == 0 with input as fixtures.creates("aws_s3_bucket", {"bucket": "b", "acl": "log-delivery-write"})
}

test_logging_unknown if {
	count(bucket_recovery.warn_logging) == 0 with input as fixtures.creates_unknown("aws_s3_bucket", {"bucket": "b"}, {"logging": true})
}

test_logging_deleted if {
	count(bucket_recovery.warn_logging) == 0 with input as fixtures.deletes("aws_s3_bucket", {"bucket": "b", "logging": []})
}

test_versioning_beside_the_bucket if {
	count(bucket_recovery.warn_versioning) == 0 with input as fixtures.plan([
		fixtures.created("aws_s3_bucket", "main", {"bucket": "b"}),
		fixtures.created("aws_s3_bucket_versioning", "main", {"bucket": "b", "versioning_configuration": [{"status": "Enabled"}]}),
	])
}

test_unchanged_versioning_of_a_changed_bucket if {
	count(bucket_recovery.warn_versioning) == 0 with input as fixtures.plan([
		fixtures.change("aws_s3_bucket", "main", ["update"], {"bucket": "b", "id": "b"}, {}),
		fixtures.change("aws_s3_bucket_versioning", "main", ["no-op"], {"bucket": "b"}, {}),
	])
}

test_removed_versioning if {
	document := fixtures.plan([
		fixtures.change("aws_s3_bucket", "main", ["update"], {"bucket": "b", "id": "b"}, {}),
		fixtures.deletes("aws_s3_bucket_versioning", {"bucket": "b"}).resource_changes[0],
	])
	count(bucket_recovery.warn_versioning) == 1 with input as document
}
