# METADATA
# title: Google buckets must be closed
# description: >-
#   Whoever finds the name of a public bucket reads what is in it, and scanners try all names.
package attest.terraform.gcp_storage

import data.attest.lib.terraform

# METADATA
# title: Buckets must have uniform access
# description: >-
#   With access lists on objects, nobody can say who may read what.
# custom:
#   severity: medium
#   remediation: 'set `uniform_bucket_level_access = true`'
#   controls:
#     CIS-GCP-3.0: ["5.2"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"uniform_bucket_level_access": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"uniform_bucket_level_access": false}, "after_unknown": {}}
#       }]}
deny_access_control contains terraform.finding(bucket, ["uniform_bucket_level_access"], "lets every object have an access list of its own") if {
	some bucket in terraform.changes_by_type.google_storage_bucket
	terraform.is_off(bucket, ["uniform_bucket_level_access"])
}

deny_access_control contains terraform.finding(bucket, ["uniform_bucket_level_access"], "lets every object have an access list of its own") if {
	some bucket in terraform.changes_by_type.google_storage_bucket
	terraform.is_left_out(bucket, "uniform_bucket_level_access")
}

# METADATA
# title: Access lists of buckets must not name everyone
# description: >-
#   `allUsers` is the internet, `allAuthenticatedUsers` everyone with a Google account.
# custom:
#   severity: critical
#   remediation: name the users or groups
#   controls:
#     CIS-GCP-3.0: ["5.1"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket_access_control.main", "mode": "managed", "type": "google_storage_bucket_access_control", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "entity": "group-ops@example.com", "role": "READER"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket_access_control.main", "mode": "managed", "type": "google_storage_bucket_access_control", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "entity": "allUsers", "role": "READER"}, "after_unknown": {}}
#       }]}
deny_public_acl contains terraform.finding(control, ["entity"], sprintf("is public: `%s` may read it", [control.after.entity])) if {
	some type in ["google_storage_bucket_access_control", "google_storage_default_object_access_control", "google_storage_object_access_control"]
	some control in terraform.changes_by_type[type]
	control.after.entity in {"allUsers", "allAuthenticatedUsers"}
}

deny_public_acl contains terraform.finding(acl, [field], "is public: everyone may read it") if {
	some type in ["google_storage_bucket_acl", "google_storage_default_object_acl", "google_storage_object_acl"]
	some acl in terraform.changes_by_type[type]
	some field in ["predefined_acl", "role_entity"]
	some entry in as_array(object.get(acl.after, field, []))
	regex.match(`^public|:all(Authenticated)?Users$`, entry)
}

as_array(value) := value if is_array(value)

as_array(value) := [value] if is_string(value)

as_array(null) := []

# METADATA
# title: Buckets should not be publishable
# description: >-
#   With prevention enforced, nobody can publish a bucket by mistake.
# custom:
#   severity: low
#   remediation: 'set `public_access_prevention = "enforced"`'
#   controls:
#     CIS-GCP-3.0: ["5.1"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"public_access_prevention": "enforced"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"public_access_prevention": "inherited"}, "after_unknown": {}}
#       }]}
warn_public_access_prevention contains terraform.finding(bucket, ["public_access_prevention"], "can be made public") if {
	some bucket in terraform.changes_by_type.google_storage_bucket
	not terraform.value(bucket, ["public_access_prevention"]) == "enforced"
	can_be_public(bucket)
}

can_be_public(bucket) if not terraform.is_unknown(bucket, ["public_access_prevention"])

can_be_public(bucket) if terraform.is_left_out(bucket, "public_access_prevention")

# METADATA
# title: Buckets should keep versions
# description: >-
#   Without versions, an object that is overwritten or deleted, by mistake or by ransomware, is gone.
# custom:
#   severity: low
#   remediation: 'set `enabled = true` in `versioning`'
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"versioning": [{"enabled": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"versioning": [{"enabled": false}]}, "after_unknown": {}}
#       }]}
warn_versioning contains terraform.finding(bucket, ["versioning", 0, "enabled"], "keeps no versions of its objects") if {
	some bucket in terraform.changes_by_type.google_storage_bucket
	no_versions(bucket)
	terraform.is_unset(bucket, ["retention_policy"])
}

no_versions(bucket) if terraform.is_off(bucket, ["versioning", 0, "enabled"])

no_versions(bucket) if terraform.is_left_out(bucket, "versioning")

# METADATA
# title: Buckets should log access
# description: >-
#   Who read which object is the first question after a leak.
# custom:
#   severity: low
#   remediation: 'set `log_bucket` in `logging`, or turn data access audit logs on with `google_project_iam_audit_config`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"logging": [{"log_bucket": "logs"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_storage_bucket.main", "mode": "managed", "type": "google_storage_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"logging": []}, "after_unknown": {}}
#       }]}
warn_logging contains terraform.finding(bucket, ["logging"], "keeps no access log") if {
	some bucket in terraform.changes_by_type.google_storage_bucket
	terraform.is_absent(bucket, "logging")
	not terraform.kept_by_type.google_project_iam_audit_config
}
