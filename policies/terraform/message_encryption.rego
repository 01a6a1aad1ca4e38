# METADATA
# title: Queues, topics and streams must be encrypted
# description: >-
#   Messages hold what the systems behind them exchange, and wait where operators can read them.
package attest.terraform.message_encryption

import data.attest.lib.terraform

# METADATA
# title: Queues must not switch encryption off
# description: >-
#   SQS encrypts by itself; who switches that off leaves messages readable at rest.
# custom:
#   severity: high
#   remediation: 'leave `sqs_managed_sse_enabled` out or set it to true, or name a key with `kms_master_key_id`'
#   controls:
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(a)(2)(iv)"]
#     PCI-DSS-4.0: ["3.5.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sqs_queue.main", "mode": "managed", "type": "aws_sqs_queue", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "jobs"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sqs_queue.main", "mode": "managed", "type": "aws_sqs_queue", "name": "main",
#         "change": {"actions": ["create"], "after": {"sqs_managed_sse_enabled": false}, "after_unknown": {}}
#       }]}
deny_queue contains terraform.finding(queue, ["sqs_managed_sse_enabled"], "switches the encryption of its messages off") if {
	some queue in terraform.changes_by_type.aws_sqs_queue
	terraform.is_false(queue, ["sqs_managed_sse_enabled"])
	terraform.is_unset(queue, ["kms_master_key_id"])
}

# METADATA
# title: Streams must be encrypted
# description: >-
#   Records of a stream are kept for a day to a year, in plain text unless a key is named.
# custom:
#   severity: high
#   remediation: 'set `encryption_type = "KMS"` and a key'
#   controls:
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(a)(2)(iv)"]
#     PCI-DSS-4.0: ["3.5.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_kinesis_stream.main", "mode": "managed", "type": "aws_kinesis_stream", "name": "main",
#         "change": {"actions": ["create"], "after": {"encryption_type": "KMS"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_kinesis_stream.main", "mode": "managed", "type": "aws_kinesis_stream", "name": "main",
#         "change": {"actions": ["create"], "after": {"encryption_type": "NONE"}, "after_unknown": {}}
#       }]}
deny_stream contains terraform.finding(stream, ["encryption_type"], "is not encrypted at rest") if {
	some stream in terraform.changes_by_type.aws_kinesis_stream
	terraform.value(stream, ["encryption_type"]) in {"NONE", null}
	not terraform.is_unknown(stream, ["encryption_type"])
}

# METADATA
# title: Topics should be encrypted with a key
# description: >-
#   SNS encrypts its disks; only a key of KMS keeps messages from those who may use the topic but not the key.
# custom:
#   severity: low
#   remediation: 'name a key: `kms_master_key_id = "alias/aws/sns"` or one of your own'
#   controls:
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(a)(2)(iv)"]
#     PCI-DSS-4.0: ["3.5.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sns_topic.main", "mode": "managed", "type": "aws_sns_topic", "name": "main",
#         "change": {"actions": ["create"], "after": {"kms_master_key_id": "alias/aws/sns"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sns_topic.main", "mode": "managed", "type": "aws_sns_topic", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "alarms"}, "after_unknown": {}}
#       }]}
warn_topic contains terraform.finding(topic, ["kms_master_key_id"], "has no key to encrypt its messages with") if {
	some topic in terraform.changes_by_type.aws_sns_topic
	terraform.is_unset(topic, ["kms_master_key_id"])
}
