# METADATA
# title: Buckets should keep versions and logs
# description: >-
#   What was deleted or overwritten by mistake or by an intruder is only there if the bucket keeps it, and known
#   only if it is logged.
package attest.terraform.bucket_recovery

import data.attest.lib.terraform
import data.attest.lib.terraform_links as links

# METADATA
# title: Buckets should keep versions
# description: >-
#   Without versions, an object that is overwritten or deleted, by mistake or by ransomware, is gone.
# custom:
#   severity: low
#   remediation: 'add an `aws_s3_bucket_versioning` with `status = "Enabled"`, and a lifecycle rule that expires old versions'
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_versioning.main", "mode": "managed", "type": "aws_s3_bucket_versioning", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "versioning_configuration": [{"status": "Enabled"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_versioning.main", "mode": "managed", "type": "aws_s3_bucket_versioning", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "versioning_configuration": [{"status": "Suspended"}]}, "after_unknown": {}}
#       }]}
warn_versioning contains terraform.finding(bucket, ["versioning"], "keeps no versions of its objects") if {
	some bucket in terraform.changes_by_type.aws_s3_bucket
	not versioned(bucket)
	not links.may_have(bucket, "aws_s3_bucket_versioning")
}

warn_versioning contains terraform.finding(versioning, ["versioning_configuration", 0, "status"], "keeps no versions of its bucket's objects") if {
	some versioning in terraform.changes_by_type.aws_s3_bucket_versioning
	terraform.value(versioning, ["versioning_configuration", 0, "status"]) in {"Disabled", "Suspended"}
}

versioned(bucket) if terraform.is_on(bucket, ["versioning", 0, "enabled"])

versioned(bucket) if {
	terraform.is_unknown(bucket, ["versioning", 0, "enabled"])
	not terraform.is_left_out(bucket, "versioning")
}

# METADATA
# title: Buckets should log access
# description: >-
#   Who read which object is the first question after a leak.
# custom:
#   severity: low
#   remediation: 'add an `aws_s3_bucket_logging` with a bucket for logs, or record data events with CloudTrail'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket.main", "mode": "managed", "type": "aws_s3_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "logging": [{"target_bucket": "logs"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket.main", "mode": "managed", "type": "aws_s3_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "logging": []}, "after_unknown": {}}
#       }]}
warn_logging contains terraform.finding(bucket, ["logging"], "keeps no access log") if {
	some bucket in terraform.changes_by_type.aws_s3_bucket
	terraform.is_absent(bucket, "logging")
	not bucket.after.acl == "log-delivery-write"
	not links.may_have(bucket, "aws_s3_bucket_logging")
}
