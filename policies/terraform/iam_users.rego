# METADATA
# title: IAM users must be few and well kept
# description: >-
#   Passwords and access keys of users live for years, are copied and leak; roles and single sign-on give rights
#   for an hour.
package attest.terraform.iam_users

import data.attest.lib.terraform

# METADATA
# title: Rights must go to groups and roles, not to users
# description: >-
#   Rights given one by one are forgotten when a person changes the job.
# custom:
#   severity: low
#   remediation: attach the policy to a group or a role
#   controls:
#     CIS-AWS-3.0: ["1.15"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_group_policy_attachment.main", "mode": "managed", "type": "aws_iam_group_policy_attachment", "name": "main",
#         "change": {"actions": ["create"], "after": {"group": "readers", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_user_policy_attachment.main", "mode": "managed", "type": "aws_iam_user_policy_attachment", "name": "main",
#         "change": {"actions": ["create"], "after": {"user": "ann", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}, "after_unknown": {}}
#       }]}
deny_direct_policy contains terraform.finding(change, ["user"], "gives rights to a user directly") if {
	some type in ["aws_iam_user_policy", "aws_iam_user_policy_attachment"]
	some change in terraform.changes_by_type[type]
}

deny_direct_policy contains terraform.finding(change, ["users"], "gives rights to users directly") if {
	some change in terraform.changes_by_type.aws_iam_policy_attachment
	count(change.after.users) > 0
}

# METADATA
# title: Access keys should not be created
# description: >-
#   Whoever reads the state of Terraform has the key, for as long as nobody replaces it.
# custom:
#   severity: medium
#   remediation: 'let programs assume a role, people sign in; where a key must be, encrypt it with `pgp_key`'
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_access_key.main", "mode": "managed", "type": "aws_iam_access_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"user": "ci", "pgp_key": "keybase:ann"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_access_key.main", "mode": "managed", "type": "aws_iam_access_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"user": "ci"}, "after_unknown": {}}
#       }]}
warn_access_key contains terraform.finding(key, [], "creates an access key that does not expire, and keeps it in the state in plain text") if {
	some key in terraform.changes_by_type.aws_iam_access_key
	terraform.is_unset(key, ["pgp_key"])
}

# METADATA
# title: Passwords must have 14 characters
# description: >-
#   Short passwords are guessed from stolen hashes in hours.
# custom:
#   severity: medium
#   remediation: 'set `minimum_password_length = 14` or more'
#   controls:
#     CIS-AWS-3.0: ["1.8"]
#     PCI-DSS-4.0: ["8.3.6"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_account_password_policy.main", "mode": "managed", "type": "aws_iam_account_password_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"minimum_password_length": 14}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_account_password_policy.main", "mode": "managed", "type": "aws_iam_account_password_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"minimum_password_length": 8}, "after_unknown": {}}
#       }]}
deny_password_length contains terraform.finding(policy, ["minimum_password_length"], sprintf("lets passwords have %v characters", [length])) if {
	some policy in terraform.changes_by_type.aws_iam_account_password_policy
	not terraform.is_unknown(policy, ["minimum_password_length"])
	length := object.get(policy.after, "minimum_password_length", 6)
	length < 14
}

# METADATA
# title: Old passwords must not come back
# description: >-
#   Who changes a password that leaked, and then takes it again, has changed nothing.
# custom:
#   severity: low
#   remediation: 'set `password_reuse_prevention = 24`'
#   controls:
#     CIS-AWS-3.0: ["1.9"]
#     PCI-DSS-4.0: ["8.3.7"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_account_password_policy.main", "mode": "managed", "type": "aws_iam_account_password_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"password_reuse_prevention": 24}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_account_password_policy.main", "mode": "managed", "type": "aws_iam_account_password_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"password_reuse_prevention": 5}, "after_unknown": {}}
#       }]}
deny_password_reuse contains terraform.finding(policy, ["password_reuse_prevention"], "lets users choose one of their last 24 passwords again") if {
	some policy in terraform.changes_by_type.aws_iam_account_password_policy
	not terraform.is_unknown(policy, ["password_reuse_prevention"])
	not remembers(policy)
}

remembers(policy) if policy.after.password_reuse_prevention >= 24
