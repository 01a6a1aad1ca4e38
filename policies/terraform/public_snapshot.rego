# METADATA
# title: Images and snapshots must not be public
# description: >-
#   A public snapshot is a copy of the disk or database for every account of AWS.
# custom:
#   severity: critical
#   remediation: share with the accounts that need it, by their ids
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_snapshot.main", "mode": "managed", "type": "aws_db_snapshot", "name": "main",
#         "change": {"actions": ["create"], "after": {"shared_accounts": ["123456789012"]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_snapshot.main", "mode": "managed", "type": "aws_db_snapshot", "name": "main",
#         "change": {"actions": ["create"], "after": {"shared_accounts": ["all"]}, "after_unknown": {}}
#       }]}
package attest.terraform.public_snapshot

import data.attest.lib.terraform

deny contains terraform.finding(change, ["group"], "shares an image with everyone") if {
	some change in terraform.changes_by_type.aws_ami_launch_permission
	change.after.group == "all"
}

deny contains terraform.finding(change, ["shared_accounts", i], "shares a snapshot with everyone") if {
	some type in ["aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_snapshot_copy"]
	some change in terraform.changes_by_type[type]
	some i, account in change.after.shared_accounts
	account == "all"
}
