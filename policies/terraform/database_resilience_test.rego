package attest.terraform.database_resilience_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.database_resilience

test_no_backups if {
	fixtures.paths(database_resilience.deny_backups) == {fixtures.at(["backup_retention_period"])} with input as fixtures.creates("aws_db_instance", {"backup_retention_period": 0})
}

test_backups if {
	count(database_resilience.deny_backups) == 0 with input as fixtures.creates("aws_db_instance", {"backup_retention_period": 7})
}

test_replica if {
	count(database_resilience.deny_backups) == 0 with input as fixtures.creates("aws_db_instance", {"backup_retention_period": 0, "replicate_source_db": "main"})
}

test_backups_unknown if {
	count(database_resilience.deny_backups) == 0 with input as fixtures.creates_unknown("aws_db_instance", {}, {"backup_retention_period": true})
}

test_backups_deleted if {
	count(database_resilience.deny_backups) == 0 with input as fixtures.deletes("aws_db_instance", {"backup_retention_period": 0})
}

test_unprotected if {
	fixtures.paths(database_resilience.warn_deletion_protection) == {fixtures.at(["deletion_protection"])} with input as fixtures.creates("aws_db_instance", {"deletion_protection": false})
}

test_protected if {
	count(database_resilience.warn_deletion_protection) == 0 with input as fixtures.creates("aws_db_instance", {"deletion_protection": true})
}

test_deletion_protection_unknown if {
	count(database_resilience.warn_deletion_protection) == 0 with input as fixtures.creates_unknown("aws_db_instance", {}, {"deletion_protection": true})
}

test_deletion_protection_deleted if {
	count(database_resilience.warn_deletion_protection) == 0 with input as fixtures.deletes("aws_db_instance", {"deletion_protection": false})
}

test_no_recovery if {
	fixtures.paths(database_resilience.warn_point_in_time) == {fixtures.at(["point_in_time_recovery", 0, "enabled"])} with input as fixtures.creates("aws_dynamodb_table", {"point_in_time_recovery": [{"enabled": false}]})
}

test_recovery if {
	count(database_resilience.warn_point_in_time) == 0 with input as fixtures.creates("aws_dynamodb_table", {"point_in_time_recovery": [{"enabled": true}]})
}

test_point_in_time_unknown if {
	count(database_resilience.warn_point_in_time) == 0 with input as fixtures.creates_unknown("aws_dynamodb_table", {}, {"point_in_time_recovery": true})
}

test_point_in_time_deleted if {
	count(database_resilience.warn_point_in_time) == 0 with input as fixtures.deletes("aws_dynamodb_table", {"point_in_time_recovery": [{"enabled": false}]})
}

test_no_updates if {
	fixtures.paths(database_resilience.deny_minor_upgrades) == {fixtures.at(["auto_minor_version_upgrade"])} with input as fixtures.creates("aws_db_instance", {"auto_minor_version_upgrade": false})
}

test_updates if {
	count(database_resilience.deny_minor_upgrades) == 0 with input as fixtures.creates("aws_db_instance", {"auto_minor_version_upgrade": true})
}

test_minor_upgrades_unknown if {
	count(database_resilience.deny_minor_upgrades) == 0 with input as fixtures.creates_unknown("aws_db_instance", {}, {"auto_minor_version_upgrade": true})
}

test_minor_upgrades_deleted if {
	count(database_resilience.deny_minor_upgrades) == 0 with input as fixtures.deletes("aws_db_instance", {"auto_minor_version_upgrade": false})
}
