# METADATA
# title: Buckets must not be public
# description: >-
#   Whoever finds the name of a public bucket reads what is in it, and scanners try all names.
package attest.terraform.public_bucket

import data.attest.lib.iam
import data.attest.lib.terraform
import data.attest.lib.terraform_links as links

# METADATA
# title: Buckets must not have a public ACL
# description: >-
#   An ACL for everyone lets strangers list the bucket, or even write to it.
# custom:
#   severity: critical
#   remediation: remove the public ACL; share single objects with signed URLs, a website through CloudFront
#   controls:
#     CIS-AWS-3.0: ["2.1.4"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_acl.main", "mode": "managed", "type": "aws_s3_bucket_acl", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "acl": "private"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_acl.main", "mode": "managed", "type": "aws_s3_bucket_acl", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "acl": "public-read"}, "after_unknown": {}}
#       }]}
deny_acl contains terraform.finding(change, ["acl"], sprintf("is public: its ACL is `%s`", [change.after.acl])) if {
	some type in ["aws_s3_bucket", "aws_s3_bucket_acl"]
	some change in terraform.changes_by_type[type]
	change.after.acl in {"public-read", "public-read-write", "authenticated-read"}
	not shielded(change, "ignore_public_acls")
}

deny_acl contains terraform.finding(change, ["access_control_policy", i, "grant", j], "is public: it grants access to everyone") if {
	some change in terraform.changes_by_type.aws_s3_bucket_acl
	some i, policy in change.after.access_control_policy
	some j, grant in policy.grant
	some grantee in grant.grantee
	regex.match(`/(AllUsers|AuthenticatedUsers)$`, grantee.uri)
	not shielded(change, "ignore_public_acls")
}

# METADATA
# title: Buckets must not have a policy for everyone
# description: >-
#   A statement with `"Principal": "*"` and no condition opens the bucket to the world.
# custom:
#   severity: critical
#   remediation: 'name the accounts or roles in `Principal`, or restrict the statement with a `Condition`'
#   controls:
#     CIS-AWS-3.0: ["2.1.4"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_policy.main", "mode": "managed", "type": "aws_s3_bucket_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"arn:aws:iam::123456789012:root\"}, \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_policy.main", "mode": "managed", "type": "aws_s3_bucket_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"}, "after_unknown": {}}
#       }]}
deny_policy contains terraform.finding(change, ["policy"], "is public: its policy allows everyone") if {
	some type in ["aws_s3_bucket", "aws_s3_bucket_policy"]
	some change in terraform.changes_by_type[type]
	iam.allows_everyone(iam.statements(change.after.policy)[_])
	not shielded(change, "restrict_public_buckets")
}

# The settings of one block are one decision: one finding names them all.

# METADATA
# title: Public access to buckets must stay blocked
# description: >-
#   Since April 2023 new buckets block public access; a block that leaves settings out opens them again.
# custom:
#   severity: high
#   remediation: set all four settings to true; new buckets have them by default
#   controls:
#     CIS-AWS-3.0: ["2.1.4"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_public_access_block.main", "mode": "managed", "type": "aws_s3_bucket_public_access_block", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket_public_access_block.main", "mode": "managed", "type": "aws_s3_bucket_public_access_block", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": false}, "after_unknown": {}}
#       }]}
deny_access_block contains terraform.finding(change, [missing[0]], sprintf("does not block public access: %s", [text])) if {
	some type in ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"]
	some change in terraform.changes_by_type[type]
	missing := [setting | some setting in settings; terraform.is_off(change, [setting])]
	count(missing) > 0
	text := concat(", ", [sprintf("`%s` is not set", [setting]) | some setting in missing])
}

settings := ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

# A public access block on the bucket, or on the whole account, takes ACL and policies their effect.
shielded(change, setting) if {
	some block in links.belongings(change, "aws_s3_bucket_public_access_block")
	not terraform.is_off(block, [setting])
}

shielded(change, _) if links.is_unresolved(change, "aws_s3_bucket_public_access_block")

shielded(_, setting) if {
	some block in terraform.kept_by_type.aws_s3_account_public_access_block
	not terraform.is_off(block, [setting])
}
