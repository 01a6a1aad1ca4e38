package attest.terraform.gcp_storage_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_storage

test_object_lists if {
	fixtures.paths(gcp_storage.deny_access_control) == {fixtures.at(["uniform_bucket_level_access"])} with input as fixtures.creates("google_storage_bucket", {"uniform_bucket_level_access": false})
}

test_uniform if {
	count(gcp_storage.deny_access_control) == 0 with input as fixtures.creates("google_storage_bucket", {"uniform_bucket_level_access": true})
}

test_access_control_unknown if {
	count(gcp_storage.deny_access_control) == 0 with input as fixtures.creates_unknown("google_storage_bucket", {}, {"uniform_bucket_level_access": true})
}

test_access_control_deleted if {
	count(gcp_storage.deny_access_control) == 0 with input as fixtures.deletes("google_storage_bucket", {"uniform_bucket_level_access": false})
}

test_public_list if {
	fixtures.paths(gcp_storage.deny_public_acl) == {fixtures.at(["entity"])} with input as fixtures.creates("google_storage_bucket_access_control", {"bucket": "b", "entity": "allUsers", "role": "READER"})
}

test_predefined_list if {
	fixtures.paths(gcp_storage.deny_public_acl) == {fixtures.at(["predefined_acl"])} with input as fixtures.creates("google_storage_bucket_acl", {"bucket": "b", "predefined_acl": "publicRead"})
}

test_group if {
	count(gcp_storage.deny_public_acl) == 0 with input as fixtures.creates("google_storage_bucket_access_control", {"bucket": "b", "entity": "group-ops@example.com", "role": "READER"})
}

test_public_acl_unknown if {
	count(gcp_storage.deny_public_acl) == 0 with input as fixtures.creates_unknown("google_storage_bucket_access_control", {}, {"entity": true})
}

test_public_acl_deleted if {
	count(gcp_storage.deny_public_acl) == 0 with input as fixtures.deletes("google_storage_bucket_access_control", {"bucket": "b", "entity": "allUsers", "role": "READER"})
}

test_inherited if {
	fixtures.paths(gcp_storage.warn_public_access_prevention) == {fixtures.at(["public_access_prevention"])} with input as fixtures.creates("google_storage_bucket", {"public_access_prevention": "inherited"})
}

test_enforced if {
	count(gcp_storage.warn_public_access_prevention) == 0 with input as fixtures.creates("google_storage_bucket", {"public_access_prevention": "enforced"})
}

test_public_access_prevention_unknown if {
	count(gcp_storage.warn_public_access_prevention) == 0 with input as fixtures.creates_unknown("google_storage_bucket", {}, {"public_access_prevention": true})
}

test_public_access_prevention_deleted if {
	count(gcp_storage.warn_public_access_prevention) == 0 with input as fixtures.deletes("google_storage_bucket", {"public_access_prevention": "inherited"})
}

test_no_versions if {
	fixtures.paths(gcp_storage.warn_versioning) == {fixtures.at(["versioning", 0, "enabled"])} with input as fixtures.creates("google_storage_bucket", {"versioning": [{"enabled": false}]})
}

test_versions if {
	count(gcp_storage.warn_versioning) == 0 with input as fixtures.creates("google_storage_bucket", {"versioning": [{"enabled": true}]})
}

test_retention if {
	count(gcp_storage.warn_versioning) == 0 with input as fixtures.creates("google_storage_bucket", {"versioning": [], "retention_policy": [{"retention_period": 2592000}]})
}

test_versioning_unknown if {
	count(gcp_storage.warn_versioning) == 0 with input as fixtures.creates_unknown("google_storage_bucket", {}, {"versioning": true})
}

test_versioning_deleted if {
	count(gcp_storage.warn_versioning) == 0 with input as fixtures.deletes("google_storage_bucket", {"versioning": [{"enabled": false}]})
}

test_no_log if {
	fixtures.paths(gcp_storage.warn_logging) == {fixtures.at(["logging"])} with input as fixtures.creates("google_storage_bucket", {"logging": []})
}

test_log if {
	count(gcp_storage.warn_logging) == 0 with input as fixtures.creates("google_storage_bucket", {"logging": [{"log_bucket": "logs"}]})
}

test_logging_unknown if {
	count(gcp_storage.warn_logging) == 0 with input as fixtures.creates_unknown("google_storage_bucket", {}, {"logging": true})
}

test_logging_deleted if {
	count(gcp_storage.warn_logging) == 0 with input as fixtures.deletes("google_storage_bucket", {"logging": []})
}
