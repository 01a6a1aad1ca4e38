# METADATA
# title: Keys must be rotated and hard to lose
# description: >-
#   A key that never changes protects ever more data; a key that is gone takes its data along.
package attest.terraform.kms_keys

import data.attest.lib.terraform

# METADATA
# title: Keys must be rotated every year
# description: >-
#   Rotation limits how much one leaked key can open. Only symmetric keys can be rotated by AWS.
# custom:
#   severity: medium
#   remediation: 'set `enable_key_rotation = true`'
#   controls:
#     CIS-AWS-3.0: ["3.6"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["3.7.4"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_key_rotation": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_key_rotation": false}, "after_unknown": {}}
#       }]}
deny_rotation contains terraform.finding(key, ["enable_key_rotation"], "is never rotated") if {
	some key in terraform.changes_by_type.aws_kms_key
	object.get(key.after, "customer_master_key_spec", "SYMMETRIC_DEFAULT") in {"SYMMETRIC_DEFAULT", null}
	object.get(key.after, "key_usage", "ENCRYPT_DECRYPT") in {"ENCRYPT_DECRYPT", null}
	terraform.is_unset(key, ["custom_key_store_id"])
	terraform.is_off(key, ["enable_key_rotation"])
}

# METADATA
# title: Deleted keys should wait two weeks
# description: >-
#   Whatever the key encrypted is lost with it; two weeks are time to notice.
# custom:
#   severity: low
#   remediation: 'leave `deletion_window_in_days` at 30'
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"deletion_window_in_days": 30}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"deletion_window_in_days": 7}, "after_unknown": {}}
#       }]}
warn_deletion_window contains terraform.finding(key, ["deletion_window_in_days"], sprintf("is gone %d days after somebody deletes it", [key.after.deletion_window_in_days])) if {
	some key in terraform.changes_by_type.aws_kms_key
	key.after.deletion_window_in_days < 14
}
