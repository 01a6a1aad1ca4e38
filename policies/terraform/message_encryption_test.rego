package attest.terraform.message_encryption_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.message_encryption

test_plain_queue if {
	fixtures.paths(message_encryption.deny_queue) == {fixtures.at(["sqs_managed_sse_enabled"])} with input as fixtures.creates("aws_sqs_queue", {"sqs_managed_sse_enabled": false})
}

test_default_queue if {
	count(message_encryption.deny_queue) == 0 with input as fixtures.creates("aws_sqs_queue", {"name": "jobs"})
}

test_queue_with_a_key if {
	count(message_encryption.deny_queue) == 0 with input as fixtures.creates("aws_sqs_queue", {"sqs_managed_sse_enabled": false, "kms_master_key_id": "alias/jobs"})
}

test_queue_unknown if {
	count(message_encryption.deny_queue) == 0 with input as fixtures.creates_unknown("aws_sqs_queue", {"sqs_managed_sse_enabled": false}, {"kms_master_key_id": true})
}

test_queue_deleted if {
	count(message_encryption.deny_queue) == 0 with input as fixtures.deletes("aws_sqs_queue", {"sqs_managed_sse_enabled": false})
}

test_plain_stream if {
	fixtures.paths(message_encryption.deny_stream) == {fixtures.at(["encryption_type"])} with input as fixtures.creates("aws_kinesis_stream", {"encryption_type": "NONE"})
}

test_encrypted_stream if {
	count(message_encryption.deny_stream) == 0 with input as fixtures.creates("aws_kinesis_stream", {"encryption_type": "KMS"})
}

test_stream_unknown if {
	count(message_encryption.deny_stream) == 0 with input as fixtures.creates_unknown("aws_kinesis_stream", {}, {"encryption_type": true})
}

test_stream_deleted if {
	count(message_encryption.deny_stream) == 0 with input as fixtures.deletes("aws_kinesis_stream", {"encryption_type": "NONE"})
}

test_topic_without_a_key if {
	fixtures.paths(message_encryption.warn_topic) == {fixtures.at([])} with input as fixtures.creates("aws_sns_topic", {"name": "alarms"})
}

test_topic_with_a_key if {
	count(message_encryption.warn_topic) == 0 with input as fixtures.creates("aws_sns_topic", {"kms_master_key_id": "alias/aws/sns"})
}

test_topic_unknown if {
	count(message_encryption.warn_topic) == 0 with input as fixtures.creates_unknown("aws_sns_topic", {}, {"kms_master_key_id": true})
}

test_topic_deleted if {
	count(message_encryption.warn_topic) == 0 with input as fixtures.deletes("aws_sns_topic", {"name": "alarms"})
}
