package attest.terraform.gcp_public_access_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_public_access

test_public_bucket if {
	fixtures.paths(gcp_public_access.deny_member) == {fixtures.at(["member"])} with input as fixtures.creates("google_storage_bucket_iam_member", {"bucket": "b", "role": "roles/storage.objectViewer", "member": "allUsers"})
}

test_public_topic if {
	fixtures.paths(gcp_public_access.deny_member) == {fixtures.at(["members", 1])} with input as fixtures.creates("google_pubsub_topic_iam_binding", {"topic": "t", "role": "roles/pubsub.publisher", "members": ["user:ann@example.com", "allAuthenticatedUsers"]})
}

test_group if {
	count(gcp_public_access.deny_member) == 0 with input as fixtures.creates("google_storage_bucket_iam_member", {"bucket": "b", "role": "roles/storage.objectViewer", "member": "group:ops@example.com"})
}

test_public_web_service if {
	count(gcp_public_access.deny_member) == 0 with input as fixtures.creates("google_cloud_run_service_iam_member", {"role": "roles/run.invoker", "member": "allUsers"})
}

test_member_unknown if {
	count(gcp_public_access.deny_member) == 0 with input as fixtures.creates_unknown("google_storage_bucket_iam_member", {"role": "roles/storage.objectViewer"}, {"member": true})
}

test_member_deleted if {
	count(gcp_public_access.deny_member) == 0 with input as fixtures.deletes("google_storage_bucket_iam_member", {"bucket": "b", "role": "roles/storage.objectViewer", "member": "allUsers"})
}

test_public_service if {
	fixtures.paths(gcp_public_access.warn_web) == {fixtures.at(["member"])} with input as fixtures.creates("google_cloud_run_service_iam_member", {"service": "s", "role": "roles/run.invoker", "member": "allUsers"})
}

test_private_service if {
	count(gcp_public_access.warn_web) == 0 with input as fixtures.creates("google_cloud_run_service_iam_member", {"service": "s", "role": "roles/run.invoker", "member": "serviceAccount:a@p.iam.gserviceaccount.com"})
}

test_web_unknown if {
	count(gcp_public_access.warn_web) == 0 with input as fixtures.creates_unknown("google_cloud_run_service_iam_member", {"role": "roles/run.invoker"}, {"member": true})
}

test_web_deleted if {
	count(gcp_public_access.warn_web) == 0 with input as fixtures.deletes("google_cloud_run_service_iam_member", {"service": "s", "role": "roles/run.invoker", "member": "allUsers"})
}

test_public_dataset if {
	fixtures.paths(gcp_public_access.deny_dataset) == {fixtures.at(["access", 0])} with input as fixtures.creates("google_bigquery_dataset", {"access": [{"role": "READER", "special_group": "allAuthenticatedUsers"}]})
}

test_private_dataset if {
	count(gcp_public_access.deny_dataset) == 0 with input as fixtures.creates("google_bigquery_dataset", {"access": [{"role": "OWNER", "special_group": "projectOwners"}]})
}

test_dataset_unknown if {
	count(gcp_public_access.deny_dataset) == 0 with input as fixtures.creates_unknown("google_bigquery_dataset", {}, {"access": true})
}

test_dataset_deleted if {
	count(gcp_public_access.deny_dataset) == 0 with input as fixtures.deletes("google_bigquery_dataset", {"access": [{"role": "READER", "special_group": "allAuthenticatedUsers"}]})
}
