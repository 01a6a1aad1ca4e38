# METADATA
# title: Google keys must be rotated
# description: >-
#   A key that never changes protects ever more data, and opens all of it to a thief.
package attest.terraform.gcp_keys

import data.attest.lib.terraform

# METADATA
# title: Keys must be rotated every 90 days
# description: >-
#   Rotation limits how much one leaked key can open.
# custom:
#   severity: medium
#   remediation: 'set `rotation_period = "7776000s"` (90 days) or less'
#   controls:
#     CIS-GCP-3.0: ["1.10"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["3.7.4"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_kms_crypto_key.main", "mode": "managed", "type": "google_kms_crypto_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"rotation_period": "7776000s"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_kms_crypto_key.main", "mode": "managed", "type": "google_kms_crypto_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "orders", "rotation_period": null}, "after_unknown": {}}
#       }]}
deny_rotation contains terraform.finding(key, ["rotation_period"], "is not rotated within 90 days") if {
	some key in terraform.changes_by_type.google_kms_crypto_key
	object.get(key.after, "purpose", "ENCRYPT_DECRYPT") in {"ENCRYPT_DECRYPT", null}
	not terraform.is_unknown(key, ["rotation_period"])
	not rotated(key)
}

rotated(key) if to_number(trim_suffix(key.after.rotation_period, "s")) <= 7776000

# METADATA
# title: Keys of service accounts must not be created
# description: >-
#   Whoever reads the state of Terraform has the key, for years.
# custom:
#   severity: medium
#   remediation: let programs use the service account of their machine, or Workload Identity Federation
#   controls:
#     CIS-GCP-3.0: ["1.4"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_service_account_key.main", "mode": "managed", "type": "google_service_account_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"service_account_id": "ci", "public_key_data": "LS0t"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_service_account_key.main", "mode": "managed", "type": "google_service_account_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"service_account_id": "ci"}, "after_unknown": {}}
#       }]}
deny_account_key contains terraform.finding(key, [], "creates a key of a service account that does not expire, and keeps it in the state in plain text") if {
	some key in terraform.changes_by_type.google_service_account_key
	terraform.is_unset(key, ["public_key_data"])
}
