# METADATA
# title: IAM must not trust everyone
# description: >-
#   Who may assume a role, use a key or invoke a function is said by a policy on it; a star there means all the
#   world.
package attest.terraform.iam_principals

import data.attest.lib.iam
import data.attest.lib.terraform

# METADATA
# title: Roles must not be assumable by everyone
# description: >-
#   Every account of AWS may take over a role that trusts a star.
# custom:
#   severity: critical
#   remediation: 'name the account, the service or the identity provider in `Principal`, and restrict it with a `Condition`'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_role.main", "mode": "managed", "type": "aws_iam_role", "name": "main",
#         "change": {"actions": ["create"], "after": {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\": {\"Service\": \"ec2.amazonaws.com\"}}]}"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_iam_role.main", "mode": "managed", "type": "aws_iam_role", "name": "main",
#         "change": {"actions": ["create"], "after": {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\": {\"AWS\": \"*\"}}]}"}, "after_unknown": {}}
#       }]}
deny_role contains terraform.finding(role, ["assume_role_policy"], "can be assumed by every account of AWS") if {
	some role in terraform.changes_by_type.aws_iam_role
	some statement in iam.statements(role.after.assume_role_policy)
	iam.allows_everyone(statement)
	not statement.Condition.StringEquals["sts:ExternalId"]
}

deny_role contains terraform.finding(role, ["assume_role_policy"], "can be assumed by every repository: the subject of the token is not checked") if {
	some role in terraform.changes_by_type.aws_iam_role
	some statement in iam.statements(role.after.assume_role_policy)
	statement.Effect == "Allow"
	some provider in iam.as_array(statement.Principal.Federated)
	endswith(provider, "token.actions.githubusercontent.com")
	not checks_subject(statement)
}

checks_subject(statement) if {
	some operator, tests in statement.Condition
	startswith(operator, "String")
	some subject in iam.as_array(tests["token.actions.githubusercontent.com:sub"])
	not subject in {"*", "repo:*"}
}

policies := {
	"aws_backup_vault_policy": "policy",
	"aws_cloudwatch_event_bus_policy": "policy",
	"aws_ecr_repository_policy": "policy",
	"aws_elasticsearch_domain": "access_policies",
	"aws_elasticsearch_domain_policy": "access_policies",
	"aws_glacier_vault": "access_policy",
	"aws_kms_key": "policy",
	"aws_kms_key_policy": "policy",
	"aws_opensearch_domain": "access_policies",
	"aws_opensearch_domain_policy": "access_policies",
	"aws_secretsmanager_secret": "policy",
	"aws_secretsmanager_secret_policy": "policy",
	"aws_sns_topic": "policy",
	"aws_sns_topic_policy": "policy",
	"aws_sqs_queue": "policy",
	"aws_sqs_queue_policy": "policy",
}

# METADATA
# title: Policies of resources must not allow everyone
# description: >-
#   A queue, topic, key, secret or registry that a star may use is public, though no network rule shows it.
# custom:
#   severity: high
#   remediation: 'name the accounts or services in `Principal`, or restrict the statement with a `Condition`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sqs_queue_policy.main", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Principal\": \"*\", \"Resource\": \"arn:aws:sqs:eu-west-1:123456789012:q\", \"Condition\": {\"ArnEquals\": {\"aws:SourceArn\": \"arn:aws:sns:eu-west-1:123456789012:t\"}}}]}"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sqs_queue_policy.main", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Principal\": \"*\", \"Resource\": \"arn:aws:sqs:eu-west-1:123456789012:q\"}]}"}, "after_unknown": {}}
#       }]}
deny_resource contains terraform.finding(change, [field], "may be used by everyone") if {
	some type, field in policies
	some change in terraform.changes_by_type[type]
	iam.allows_everyone(iam.statements(change.after[field])[_])
	not in_vpc(change)
}

# A search domain in a VPC is reached through the VPC only.
in_vpc(change) if count(change.after.vpc_options) > 0

in_vpc(change) if terraform.is_unknown(change, ["vpc_options"])

# METADATA
# title: Functions must not serve everyone
# description: >-
#   Everyone who finds the function runs it, at the cost and with the rights of its owner.
# custom:
#   severity: high
#   remediation: 'name the service or account in `principal`, with `source_arn` or `source_account`; set `authorization_type = "AWS_IAM"`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lambda_permission.main", "mode": "managed", "type": "aws_lambda_permission", "name": "main",
#         "change": {"actions": ["create"], "after": {"action": "lambda:InvokeFunction", "function_name": "f", "principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::b"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lambda_permission.main", "mode": "managed", "type": "aws_lambda_permission", "name": "main",
#         "change": {"actions": ["create"], "after": {"action": "lambda:InvokeFunction", "function_name": "f", "principal": "*"}, "after_unknown": {}}
#       }]}
deny_function contains terraform.finding(permission, ["principal"], "lets everyone invoke the function") if {
	some permission in terraform.changes_by_type.aws_lambda_permission
	permission.after.principal == "*"
	every field in ["source_arn", "source_account", "principal_org_id", "function_url_auth_type"] {
		terraform.is_unset(permission, [field])
	}
}

deny_function contains terraform.finding(url, ["authorization_type"], "serves everyone without authentication") if {
	some url in terraform.changes_by_type.aws_lambda_function_url
	url.after.authorization_type == "NONE"
}
