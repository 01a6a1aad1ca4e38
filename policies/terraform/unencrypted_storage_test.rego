package attest.terraform.unencrypted_storage_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.unencrypted_storage

test_plain_database if {
	fixtures.paths(unencrypted_storage.deny_service) == {fixtures.at(["storage_encrypted"])} with input as fixtures.creates("aws_db_instance", {"storage_encrypted": false})
}

test_plain_volume if {
	fixtures.paths(unencrypted_storage.deny_service) == {fixtures.at([])} with input as fixtures.creates("aws_ebs_volume", {"size": 1})
}

test_plain_search_domain if {
	fixtures.paths(unencrypted_storage.deny_service) == {fixtures.at(["encrypt_at_rest", 0, "enabled"])} with input as fixtures.creates("aws_opensearch_domain", {"encrypt_at_rest": [{"enabled": false}]})
}

test_search_domain_without_a_word if {
	fixtures.paths(unencrypted_storage.deny_service) == {fixtures.at(["encrypt_at_rest"])} with input as fixtures.creates("aws_opensearch_domain", {"encrypt_at_rest": []})
}

test_encrypted_database if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.creates("aws_db_instance", {"storage_encrypted": true})
}

test_encrypted_volume if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.creates("aws_ebs_volume", {"encrypted": true})
}

test_replica if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.creates("aws_db_instance", {"storage_encrypted": null, "replicate_source_db": "main"})
}

test_service_unknown if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.creates_unknown("aws_ebs_volume", {}, {"encrypted": true})
}

test_service_unknown_2 if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.creates_unknown("aws_opensearch_domain", {"encrypt_at_rest": [{}]}, {"encrypt_at_rest": [{"enabled": true}]})
}

test_service_unknown_3 if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.creates_unknown("aws_db_instance", {"storage_encrypted": null}, {"replicate_source_db": true})
}

test_service_deleted if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.deletes("aws_db_instance", {"storage_encrypted": false})
}

test_plain_root_disk if {
	fixtures.paths(unencrypted_storage.deny_instance_disk) == {fixtures.at(["root_block_device", 0, "encrypted"])} with input as fixtures.creates("aws_instance", {"root_block_device": [{"encrypted": false}]})
}

test_plain_disk_of_a_template if {
	fixtures.paths(unencrypted_storage.deny_instance_disk) == {fixtures.at(["block_device_mappings", 0, "ebs", 0, "encrypted"])} with input as fixtures.creates("aws_launch_template", {"block_device_mappings": [{"device_name": "/dev/sdf", "ebs": [{"encrypted": "false", "volume_size": 8}]}]})
}

test_encrypted_root_disk if {
	count(unencrypted_storage.deny_instance_disk) == 0 with input as fixtures.creates("aws_instance", {"root_block_device": [{"encrypted": true}]})
}

test_no_disk_told if {
	count(unencrypted_storage.deny_instance_disk) == 0 with input as fixtures.creates("aws_instance", {"root_block_device": []})
}

test_instance_disk_unknown if {
	count(unencrypted_storage.deny_instance_disk) == 0 with input as fixtures.creates_unknown("aws_instance", {"root_block_device": [{}]}, {"root_block_device": [{"encrypted": true}]})
}

test_instance_disk_unknown_2 if {
	count(unencrypted_storage.deny_instance_disk) == 0 with input as fixtures.creates_unknown("aws_instance", {}, {"root_block_device": true})
}

test_instance_disk_deleted if {
	count(unencrypted_storage.deny_instance_disk) == 0 with input as fixtures.deletes("aws_instance", {"root_block_device": [{"encrypted": false}]})
}

test_left_out_of_the_configuration if {
	document := fixtures.with_configuration(
		fixtures.creates_unknown("aws_ebs_volume", {"size": 1}, {"encrypted": true, "snapshot_id": true}),
		[fixtures.configured("aws_ebs_volume", "main", {"size": {"constant_value": 1}})],
	)
	fixtures.messages(unencrypted_storage.deny_service) == {"`aws_ebs_volume.main` is not encrypted at rest: `encrypted` is left out"} with input as document
}

test_computed_by_the_configuration if {
	document := fixtures.with_configuration(
		fixtures.creates_unknown("aws_ebs_volume", {"size": 1}, {"encrypted": true, "snapshot_id": true}),
		[fixtures.configured("aws_ebs_volume", "main", {"encrypted": {"references": ["data.aws_ebs_default.all"]}})],
	)
	count(unencrypted_storage.deny_service) == 0 with input as document
}

test_existing_and_unchanged if {
	count(unencrypted_storage.deny_service) == 0 with input as fixtures.plan([fixtures.change("aws_ebs_volume", "main", ["no-op"], {"encrypted": false}, {})])
}

test_replaced if {
	count(unencrypted_storage.deny_service) == 1 with input as fixtures.plan([fixtures.change("aws_ebs_volume", "main", ["delete", "create"], {"encrypted": false}, {})])
}

test_state if {
	found := unencrypted_storage.deny_service with input as fixtures.state("aws_ebs_volume", {"encrypted": false})
	fixtures.paths(found) == {["values", "root_module", "resources", 0, "values", "encrypted"]}
}
