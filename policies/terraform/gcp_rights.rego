# METADATA
# title: Rights in Google Cloud must be small
# description: >-
#   Who may edit a project owns everything in it.
package attest.terraform.gcp_rights

import data.attest.lib.terraform

# Grants on whole projects, folders and organisations.
grants contains grant if {
	some level in ["project", "folder", "organization"]
	some kind in ["member", "binding"]
	some grant in terraform.changes_by_type[sprintf("google_%s_iam_%s", [level, kind])]
}

members(grant) := [grant.after.member] if is_string(grant.after.member)

members(grant) := grant.after.members if is_array(grant.after.members)

# METADATA
# title: Service accounts must not own or edit a project
# description: >-
#   Whoever takes over one program with such an account has the whole project.
# custom:
#   severity: high
#   remediation: give the predefined roles that are needed
#   controls:
#     CIS-GCP-3.0: ["1.5"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_project_iam_member.main", "mode": "managed", "type": "google_project_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"role": "roles/logging.viewer", "member": "serviceAccount:ci@p.iam.gserviceaccount.com"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_project_iam_member.main", "mode": "managed", "type": "google_project_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"role": "roles/editor", "member": "serviceAccount:ci@p.iam.gserviceaccount.com"}, "after_unknown": {}}
#       }]}
deny_basic_role contains terraform.finding(grant, ["role"], sprintf("gives `%s` to a service account", [grant.after.role])) if {
	some grant in grants
	grant.after.role in {"roles/owner", "roles/editor"}
	count([member | some member in members(grant); startswith(member, "serviceAccount:")]) > 0
}

# METADATA
# title: Impersonation must not be given for whole projects
# description: >-
#   Who may act as any service account has the rights of the strongest.
# custom:
#   severity: high
#   remediation: 'give the role on single service accounts, with `google_service_account_iam_member`'
#   controls:
#     CIS-GCP-3.0: ["1.6"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_service_account_iam_member.main", "mode": "managed", "type": "google_service_account_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"service_account_id": "ci", "role": "roles/iam.serviceAccountUser", "member": "user:ann@example.com"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_project_iam_member.main", "mode": "managed", "type": "google_project_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"role": "roles/iam.serviceAccountTokenCreator", "member": "user:ann@example.com"}, "after_unknown": {}}
#       }]}
deny_impersonation contains terraform.finding(grant, ["role"], sprintf("lets its members act as every service account: `%s`", [grant.after.role])) if {
	some grant in grants
	grant.after.role in {"roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountKeyAdmin"}
}

# METADATA
# title: Basic roles should not be given
# description: >-
#   Owner and Editor hold thousands of permissions, of which a person needs a few.
# custom:
#   severity: medium
#   remediation: give narrower roles, to groups
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_project_iam_member.main", "mode": "managed", "type": "google_project_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"role": "roles/viewer", "member": "user:ann@example.com"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_project_iam_member.main", "mode": "managed", "type": "google_project_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"role": "roles/owner", "member": "user:ann@example.com"}, "after_unknown": {}}
#       }]}
warn_owner contains terraform.finding(grant, ["role"], sprintf("gives `%s`, a basic role", [grant.after.role])) if {
	some grant in grants
	grant.after.role in {"roles/owner", "roles/editor"}
	count([member | some member in members(grant); not startswith(member, "serviceAccount:")]) > 0
}
