package attest.terraform.unencrypted_storage_test

import data.attest.terraform.unencrypted_storage

test_plain_volume if {
	messages := {result.message | some result in unencrypted_storage.deny} with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_ebs_volume.x", "mode": "managed", "type": "aws_ebs_volume", "name": "x", "change": {"actions": ["create"], "after": {"size": 1}, "after_unknown": {}}}]}
	messages == {"`aws_ebs_volume.x` is not encrypted at rest"}
}

test_encrypted_volume if {
	count(unencrypted_storage.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_ebs_volume.x", "mode": "managed", "type": "aws_ebs_volume", "name": "x", "change": {"actions": ["create"], "after": {"encrypted": true}, "after_unknown": {}}}]}
}

test_not_known_yet if {
	count(unencrypted_storage.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_ebs_volume.x", "mode": "managed", "type": "aws_ebs_volume", "name": "x", "change": {"actions": ["create"], "after": {}, "after_unknown": {"encrypted": true}}}]}
}

test_existing_and_unchanged if {
	count(unencrypted_storage.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_ebs_volume.x", "mode": "managed", "type": "aws_ebs_volume", "name": "x", "change": {"actions": ["no-op"], "after": {}, "after_unknown": {}}}]}
}
