# METADATA
# title: Google resources must not be for everyone
# description: >-
#   `allUsers` is the internet, `allAuthenticatedUsers` everyone with a Google account, a thief among them.
package attest.terraform.gcp_public_access

import data.attest.lib.terraform

public := {"allUsers", "allAuthenticatedUsers"}

# Web services are often meant for everyone; they are only warned of.
web := {"google_cloud_run_service", "google_cloud_run_v2_service", "google_cloudfunctions_function", "google_cloudfunctions2_function"}

# METADATA
# title: Roles must not be given to everyone
# description: >-
#   Everyone who finds the name of the resource may then use the role on it.
# custom:
#   severity: critical
#   remediation: name users, groups or service accounts
#   controls:
#     CIS-GCP-3.0: ["5.1", "1.9"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket_iam_member.main", "mode": "managed", "type": "google_storage_bucket_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "role": "roles/storage.objectViewer", "member": "group:ops@example.com"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket_iam_member.main", "mode": "managed", "type": "google_storage_bucket_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "role": "roles/storage.objectViewer", "member": "allUsers"}, "after_unknown": {}}
#       }]}
deny_member contains terraform.finding(grant, path, sprintf("gives `%s` to `%s`", [object.get(grant.after, "role", "a role"), who])) if {
	some type in terraform.types
	regex.match(`^google_.*_iam_(member|binding)$`, type)
	not regex.replace(type, `_iam_(member|binding)$`, "") in web
	some grant in terraform.changes_by_type[type]
	some [path, who] in granted(grant)
}

# METADATA
# title: Services should not be invoked by everyone
# description: >-
#   What is meant for one program of yours is called by all the world, at your cost.
# custom:
#   severity: low
#   remediation: where the service is not for the public, name who may invoke it
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_cloud_run_service_iam_member.main", "mode": "managed", "type": "google_cloud_run_service_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"service": "s", "role": "roles/run.invoker", "member": "serviceAccount:a@p.iam.gserviceaccount.com"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_cloud_run_service_iam_member.main", "mode": "managed", "type": "google_cloud_run_service_iam_member", "name": "main",
#         "change": {"actions": ["create"], "after": {"service": "s", "role": "roles/run.invoker", "member": "allUsers"}, "after_unknown": {}}
#       }]}
warn_web contains terraform.finding(grant, path, sprintf("lets `%s` invoke the service", [who])) if {
	some service in web
	some suffix in ["_iam_member", "_iam_binding"]
	some grant in terraform.changes_by_type[concat("", [service, suffix])]
	some [path, who] in granted(grant)
}

# METADATA
# title: Datasets must not be public
# description: >-
#   Everyone with a Google account may query the data, and pay for it himself.
# custom:
#   severity: critical
#   remediation: name users, groups or domains
#   controls:
#     CIS-GCP-3.0: ["7.1"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_bigquery_dataset.main", "mode": "managed", "type": "google_bigquery_dataset", "name": "main",
#         "change": {"actions": ["create"], "after": {"access": [{"role": "OWNER", "special_group": "projectOwners"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_bigquery_dataset.main", "mode": "managed", "type": "google_bigquery_dataset", "name": "main",
#         "change": {"actions": ["create"], "after": {"access": [{"role": "READER", "special_group": "allAuthenticatedUsers"}]}, "after_unknown": {}}
#       }]}
deny_dataset contains terraform.finding(dataset, ["access", i], "is public: everyone with a Google account may read it") if {
	some dataset in terraform.changes_by_type.google_bigquery_dataset
	some i, access in dataset.after.access
	some field in ["special_group", "iam_member"]
	access[field] in public
}

deny_dataset contains terraform.finding(access, [field], "makes a dataset public") if {
	some access in terraform.changes_by_type.google_bigquery_dataset_access
	some field in ["special_group", "iam_member"]
	access.after[field] in public
}

granted(grant) := [[["member"], grant.after.member]] if grant.after.member in public

granted(grant) := [[["members", i], member] |
	some i, member in grant.after.members
	member in public
] if {
	is_array(grant.after.members)
}
