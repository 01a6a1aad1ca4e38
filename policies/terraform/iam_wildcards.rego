# METADATA
# title: IAM policies must not allow everything
# description: >-
#   Who may do every action on every resource owns the account; so does who takes over one program with such a
#   role.
package attest.terraform.iam_wildcards

import data.attest.lib.iam
import data.attest.lib.terraform

# METADATA
# title: IAM policies must not allow every action on everything
# description: >-
#   Who has such a policy can delete everything, and give himself whatever is missing.
# custom:
#   severity: high
#   remediation: list the actions and the resources that are needed; the last-accessed report of IAM tells which
#   controls:
#     CIS-AWS-3.0: ["1.16"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_policy.main", "mode": "managed", "type": "aws_iam_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_policy.main", "mode": "managed", "type": "aws_iam_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}"}, "after_unknown": {}}
#       }]}
deny_everything contains terraform.finding(found.change, found.path, "allows every action on every resource") if {
	some found in identity_statements
	some action in iam.allowed_actions(found.statement)
	action in {"*", "*:*"}
	iam.on_everything(found.statement)
	not found.statement.Condition
}

# METADATA
# title: IAM policies must not allow whole services on everything
# description: >-
#   All of S3 includes deleting every bucket, all of IAM giving oneself every right.
# custom:
#   severity: medium
#   remediation: list the actions, or the resources, that are needed
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_policy.main", "mode": "managed", "type": "aws_iam_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::b/*\"}]}"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_policy.main", "mode": "managed", "type": "aws_iam_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"logs:*\"], \"Resource\": \"*\"}]}"}, "after_unknown": {}}
#       }]}
deny_service contains terraform.finding(found.change, found.path, sprintf("allows every action on every resource of %s", [text])) if {
	some found in identity_statements
	iam.on_everything(found.statement)
	not found.statement.Condition
	services := {sprintf("`%s`", [service]) |
		some action in iam.allowed_actions(found.statement)
		endswith(action, ":*")
		service := lower(trim_suffix(action, ":*"))
		service in sensitive
	}
	count(services) > 0
	text := concat(", ", services)
}

# Services that hold data, keys, machines or rights.
sensitive := {
	"dynamodb", "ec2", "ecr", "eks", "iam", "kms", "lambda", "organizations",
	"rds", "redshift", "s3", "secretsmanager", "ssm", "sts",
}

# METADATA
# title: IAM policies must not let their holders gain rights
# description: >-
#   Who may pass any role to a machine, or attach any policy, can do everything by a detour.
# custom:
#   severity: high
#   remediation: 'name the roles that may be passed, and the users and policies that may be changed, in `Resource`'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_policy.main", "mode": "managed", "type": "aws_iam_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"iam:PassRole\", \"Resource\": \"arn:aws:iam::123456789012:role/worker\"}]}"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_policy.main", "mode": "managed", "type": "aws_iam_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"ec2:RunInstances\", \"iam:PassRole\"], \"Resource\": \"*\"}]}"}, "after_unknown": {}}
#       }]}
deny_escalation contains terraform.finding(found.change, found.path, sprintf("lets its holder gain every right: %s on every resource", [text])) if {
	some found in identity_statements
	iam.on_everything(found.statement)
	not found.statement.Condition
	risky := {sprintf("`%s`", [action]) |
		some action in iam.allowed_actions(found.statement)
		lower(action) in escalating
	}
	count(risky) > 0
	text := concat(", ", risky)
}

escalating := {
	"iam:addusertogroup", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy",
	"iam:createaccesskey", "iam:createloginprofile", "iam:createpolicyversion", "iam:passrole",
	"iam:putgrouppolicy", "iam:putrolepolicy", "iam:putuserpolicy", "iam:setdefaultpolicyversion",
	"iam:updateassumerolepolicy", "iam:updateloginprofile", "sts:assumerole",
}

# METADATA
# title: AdministratorAccess must not be attached
# description: >-
#   The policy allows every action on every resource of the account.
# custom:
#   severity: high
#   remediation: attach policies that allow what is needed; keep administration behind single sign-on
#   controls:
#     CIS-AWS-3.0: ["1.16"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_role_policy_attachment.main", "mode": "managed", "type": "aws_iam_role_policy_attachment", "name": "main",
#         "change": {"actions": ["create"], "after": {"role": "ci", "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_role_policy_attachment.main", "mode": "managed", "type": "aws_iam_role_policy_attachment", "name": "main",
#         "change": {"actions": ["create"], "after": {"role": "ci", "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}, "after_unknown": {}}
#       }]}
deny_administrator contains terraform.finding(change, ["policy_arn"], "gives every right: `AdministratorAccess`") if {
	some type in ["aws_iam_policy_attachment", "aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment"]
	some change in terraform.changes_by_type[type]
	endswith(change.after.policy_arn, ":policy/AdministratorAccess")
}

# Statements about what their holder may do, each once however many rules ask.
identity_statements := array.concat(
	array.concat(
		[found |
			some type in ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"]
			some change in terraform.changes_by_type[type]
			some statement in iam.statements(change.after.policy)
			found := {"change": change, "path": ["policy"], "statement": statement}
		],
		[found |
			some change in terraform.changes_by_type.aws_iam_role
			some i, inline in change.after.inline_policy
			some statement in iam.statements(inline.policy)
			found := {"change": change, "path": ["inline_policy", i, "policy"], "statement": statement}
		],
	),
	[found |
		some change in terraform.reads_by_type.aws_iam_policy_document
		some i, block in change.after.statement
		count(object.get(block, "principals", [])) == 0
		count(object.get(block, "condition", [])) == 0
		found := {"change": change, "path": ["statement", i], "statement": {
			"Effect": given(block, "effect", "Allow"),
			"Action": given(block, "actions", []),
			"Resource": given(block, "resources", []),
		}}
	],
)

given(block, name, _) := block[name] if block[name] != null

given(block, name, otherwise) := otherwise if object.get(block, name, null) == null
