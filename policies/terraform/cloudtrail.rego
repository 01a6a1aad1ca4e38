# METADATA
# title: CloudTrail must record everything
# description: >-
#   Without a complete trail nobody can tell what an intruder did, nor prove that nothing happened.
package attest.terraform.cloudtrail

import data.attest.lib.terraform

# METADATA
# title: Trails must record all regions
# description: >-
#   Intruders work in regions that nobody watches.
# custom:
#   severity: medium
#   remediation: 'set `is_multi_region_trail = true`'
#   controls:
#     CIS-AWS-3.0: ["3.1"]
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"is_multi_region_trail": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"is_multi_region_trail": false}, "after_unknown": {}}
#       }]}
deny_regions contains terraform.finding(trail, ["is_multi_region_trail"], "records one region only") if {
	some trail in terraform.changes_by_type.aws_cloudtrail
	terraform.is_off(trail, ["is_multi_region_trail"])
}

# METADATA
# title: Trails must prove their log files
# description: >-
#   Digest files prove that nobody changed or removed what was recorded.
# custom:
#   severity: medium
#   remediation: 'set `enable_log_file_validation = true`'
#   controls:
#     CIS-AWS-3.0: ["3.2"]
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_log_file_validation": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_log_file_validation": false}, "after_unknown": {}}
#       }]}
deny_validation contains terraform.finding(trail, ["enable_log_file_validation"], "writes logs that can be changed unnoticed") if {
	some trail in terraform.changes_by_type.aws_cloudtrail
	terraform.is_off(trail, ["enable_log_file_validation"])
}

# METADATA
# title: Trails and detectors must be on
# description: >-
#   A trail or detector that is there but off looks like protection and is none.
# custom:
#   severity: high
#   remediation: 'set `enable_logging = true`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_logging": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_logging": false}, "after_unknown": {}}
#       }]}
deny_off contains terraform.finding(trail, ["enable_logging"], "records nothing") if {
	some trail in terraform.changes_by_type.aws_cloudtrail
	terraform.is_false(trail, ["enable_logging"])
}

deny_off contains terraform.finding(detector, ["enable"], "detects nothing") if {
	some detector in terraform.changes_by_type.aws_guardduty_detector
	terraform.is_false(detector, ["enable"])
}

deny_off contains terraform.finding(recorder, ["is_enabled"], "records nothing") if {
	some recorder in terraform.changes_by_type.aws_config_configuration_recorder_status
	terraform.is_false(recorder, ["is_enabled"])
}

# METADATA
# title: Log files of trails should be encrypted with a key
# description: >-
#   With a key of its own, reading the bucket is not enough to read the trail.
# custom:
#   severity: low
#   remediation: 'name a key of KMS with `kms_key_id`'
#   controls:
#     CIS-AWS-3.0: ["3.5"]
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"kms_key_id": "arn:aws:kms:eu-west-1:123456789012:key/1"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudtrail.main", "mode": "managed", "type": "aws_cloudtrail", "name": "main",
#         "change": {"actions": ["create"], "after": {"kms_key_id": null}, "after_unknown": {}}
#       }]}
warn_key contains terraform.finding(trail, ["kms_key_id"], "has no key to encrypt its log files with") if {
	some trail in terraform.changes_by_type.aws_cloudtrail
	terraform.is_unset(trail, ["kms_key_id"])
}
