package attest.terraform.gcp_rights_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_rights

test_editor if {
	fixtures.paths(gcp_rights.deny_basic_role) == {fixtures.at(["role"])} with input as fixtures.creates("google_project_iam_member", {"role": "roles/editor", "member": "serviceAccount:ci@p.iam.gserviceaccount.com"})
}

test_viewer_of_logs if {
	count(gcp_rights.deny_basic_role) == 0 with input as fixtures.creates("google_project_iam_member", {"role": "roles/logging.viewer", "member": "serviceAccount:ci@p.iam.gserviceaccount.com"})
}

test_basic_role_unknown if {
	count(gcp_rights.deny_basic_role) == 0 with input as fixtures.creates_unknown("google_project_iam_member", {"member": "serviceAccount:ci@p.iam.gserviceaccount.com"}, {"role": true})
}

test_basic_role_deleted if {
	count(gcp_rights.deny_basic_role) == 0 with input as fixtures.deletes("google_project_iam_member", {"role": "roles/editor", "member": "serviceAccount:ci@p.iam.gserviceaccount.com"})
}

test_impersonation if {
	fixtures.paths(gcp_rights.deny_impersonation) == {fixtures.at(["role"])} with input as fixtures.creates("google_project_iam_member", {"role": "roles/iam.serviceAccountTokenCreator", "member": "user:ann@example.com"})
}

test_one_account if {
	count(gcp_rights.deny_impersonation) == 0 with input as fixtures.creates("google_service_account_iam_member", {"service_account_id": "ci", "role": "roles/iam.serviceAccountUser", "member": "user:ann@example.com"})
}

test_impersonation_unknown if {
	count(gcp_rights.deny_impersonation) == 0 with input as fixtures.creates_unknown("google_project_iam_member", {"member": "user:ann@example.com"}, {"role": true})
}

test_impersonation_deleted if {
	count(gcp_rights.deny_impersonation) == 0 with input as fixtures.deletes("google_project_iam_member", {"role": "roles/iam.serviceAccountTokenCreator", "member": "user:ann@example.com"})
}

test_owner if {
	fixtures.paths(gcp_rights.warn_owner) == {fixtures.at(["role"])} with input as fixtures.creates("google_project_iam_member", {"role": "roles/owner", "member": "user:ann@example.com"})
}

test_viewer if {
	count(gcp_rights.warn_owner) == 0 with input as fixtures.creates("google_project_iam_member", {"role": "roles/viewer", "member": "user:ann@example.com"})
}

test_owner_unknown if {
	count(gcp_rights.warn_owner) == 0 with input as fixtures.creates_unknown("google_project_iam_member", {"member": "user:ann@example.com"}, {"role": true})
}

test_owner_deleted if {
	count(gcp_rights.warn_owner) == 0 with input as fixtures.deletes("google_project_iam_member", {"role": "roles/owner", "member": "user:ann@example.com"})
}
