package attest.terraform.gcp_sql_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_sql

test_everyone if {
	fixtures.paths(gcp_sql.deny_networks) == {fixtures.at(["settings", 0, "ip_configuration", 0, "authorized_networks", 0, "value"])} with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"authorized_networks": [{"value": "0.0.0.0/0"}]}]}]})
}

test_office if {
	count(gcp_sql.deny_networks) == 0 with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"authorized_networks": [{"value": "198.51.100.0/24"}]}]}]})
}

test_networks_unknown if {
	count(gcp_sql.deny_networks) == 0 with input as fixtures.creates_unknown("google_sql_database_instance", {"settings": [{"ip_configuration": [{"authorized_networks": [{}]}]}]}, {"settings": [{"ip_configuration": [{"authorized_networks": [{"value": true}]}]}]})
}

test_networks_deleted if {
	count(gcp_sql.deny_networks) == 0 with input as fixtures.deletes("google_sql_database_instance", {"settings": [{"ip_configuration": [{"authorized_networks": [{"value": "0.0.0.0/0"}]}]}]})
}

test_plain if {
	fixtures.paths(gcp_sql.deny_plain) == {fixtures.at(["settings", 0, "ip_configuration", 0, "ssl_mode"])} with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"}]}]})
}

test_plain_by_default if {
	fixtures.paths(gcp_sql.deny_plain) == {fixtures.at(["settings", 0, "ip_configuration", 0])} with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]})
}

test_encrypted if {
	count(gcp_sql.deny_plain) == 0 with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ssl_mode": "ENCRYPTED_ONLY"}]}]})
}

test_required_of_old if {
	count(gcp_sql.deny_plain) == 0 with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"require_ssl": true}]}]})
}

test_plain_unknown if {
	count(gcp_sql.deny_plain) == 0 with input as fixtures.creates_unknown("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]}, {"settings": [{"ip_configuration": [{"ssl_mode": true}]}]})
}

test_plain_deleted if {
	count(gcp_sql.deny_plain) == 0 with input as fixtures.deletes("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"}]}]})
}

test_public_address if {
	fixtures.paths(gcp_sql.warn_public_address) == {fixtures.at(["settings", 0, "ip_configuration", 0, "ipv4_enabled"])} with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]})
}

test_private_address if {
	count(gcp_sql.warn_public_address) == 0 with input as fixtures.creates("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ipv4_enabled": false, "private_network": "net"}]}]})
}

test_public_address_unknown if {
	count(gcp_sql.warn_public_address) == 0 with input as fixtures.creates_unknown("google_sql_database_instance", {"settings": [{"ip_configuration": [{}]}]}, {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]})
}

test_public_address_deleted if {
	count(gcp_sql.warn_public_address) == 0 with input as fixtures.deletes("google_sql_database_instance", {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]})
}

test_no_backups if {
	fixtures.paths(gcp_sql.deny_backups) == {fixtures.at(["settings", 0, "backup_configuration", 0, "enabled"])} with input as fixtures.creates("google_sql_database_instance", {"settings": [{"backup_configuration": [{"enabled": false}]}]})
}

test_backups if {
	count(gcp_sql.deny_backups) == 0 with input as fixtures.creates("google_sql_database_instance", {"settings": [{"backup_configuration": [{"enabled": true}]}]})
}

test_replica if {
	count(gcp_sql.deny_backups) == 0 with input as fixtures.creates("google_sql_database_instance", {"master_instance_name": "main", "settings": [{"backup_configuration": []}]})
}

test_backups_unknown if {
	count(gcp_sql.deny_backups) == 0 with input as fixtures.creates_unknown("google_sql_database_instance", {"settings": [{}]}, {"settings": [{"backup_configuration": true}]})
}

test_backups_deleted if {
	count(gcp_sql.deny_backups) == 0 with input as fixtures.deletes("google_sql_database_instance", {"settings": [{"backup_configuration": [{"enabled": false}]}]})
}

test_unprotected if {
	fixtures.paths(gcp_sql.warn_deletion_protection) == {fixtures.at(["deletion_protection"])} with input as fixtures.creates("google_sql_database_instance", {"deletion_protection": false})
}

test_protected if {
	count(gcp_sql.warn_deletion_protection) == 0 with input as fixtures.creates("google_sql_database_instance", {"deletion_protection": true})
}

test_deletion_protection_unknown if {
	count(gcp_sql.warn_deletion_protection) == 0 with input as fixtures.creates_unknown("google_sql_database_instance", {}, {"deletion_protection": true})
}

test_deletion_protection_deleted if {
	count(gcp_sql.warn_deletion_protection) == 0 with input as fixtures.deletes("google_sql_database_instance", {"deletion_protection": false})
}
