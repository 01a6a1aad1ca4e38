package attest.terraform.azure_databases_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_databases

test_public_server if {
	fixtures.paths(azure_databases.deny_public) == {fixtures.at(["public_network_access_enabled"])} with input as fixtures.creates("azurerm_mssql_server", {"public_network_access_enabled": true})
}

test_private_server if {
	count(azure_databases.deny_public) == 0 with input as fixtures.creates("azurerm_mssql_server", {"public_network_access_enabled": false})
}

test_server_in_a_subnet if {
	count(azure_databases.deny_public) == 0 with input as fixtures.creates("azurerm_postgresql_flexible_server", {"public_network_access_enabled": true, "delegated_subnet_id": "/subnets/db"})
}

test_public_unknown if {
	count(azure_databases.deny_public) == 0 with input as fixtures.creates_unknown("azurerm_mssql_server", {}, {"public_network_access_enabled": true})
}

test_public_deleted if {
	count(azure_databases.deny_public) == 0 with input as fixtures.deletes("azurerm_mssql_server", {"public_network_access_enabled": true})
}

test_whole_internet if {
	fixtures.paths(azure_databases.deny_firewall) == {fixtures.at(["end_ip_address"])} with input as fixtures.creates("azurerm_mssql_firewall_rule", {"start_ip_address": "0.0.0.0", "end_ip_address": "255.255.255.255"})
}

test_all_of_azure if {
	fixtures.paths(azure_databases.deny_firewall) == {fixtures.at(["end_ip_address"])} with input as fixtures.creates("azurerm_postgresql_flexible_server_firewall_rule", {"start_ip_address": "0.0.0.0", "end_ip_address": "0.0.0.0"})
}

test_one_address if {
	count(azure_databases.deny_firewall) == 0 with input as fixtures.creates("azurerm_mssql_firewall_rule", {"start_ip_address": "198.51.100.7", "end_ip_address": "198.51.100.7"})
}

test_firewall_unknown if {
	count(azure_databases.deny_firewall) == 0 with input as fixtures.creates_unknown("azurerm_mssql_firewall_rule", {"start_ip_address": "0.0.0.0"}, {"end_ip_address": true})
}

test_firewall_deleted if {
	count(azure_databases.deny_firewall) == 0 with input as fixtures.deletes("azurerm_mssql_firewall_rule", {"start_ip_address": "0.0.0.0", "end_ip_address": "255.255.255.255"})
}

test_plain_server if {
	fixtures.paths(azure_databases.deny_plain) == {fixtures.at(["ssl_enforcement_enabled"])} with input as fixtures.creates("azurerm_postgresql_server", {"ssl_enforcement_enabled": false})
}

test_plain_flexible_server if {
	fixtures.paths(azure_databases.deny_plain) == {fixtures.at(["value"])} with input as fixtures.creates("azurerm_mysql_flexible_server_configuration", {"name": "require_secure_transport", "value": "OFF"})
}

test_plain_cache if {
	fixtures.paths(azure_databases.deny_plain) == {fixtures.at(["non_ssl_port_enabled"])} with input as fixtures.creates("azurerm_redis_cache", {"non_ssl_port_enabled": true})
}

test_server_with_tls if {
	count(azure_databases.deny_plain) == 0 with input as fixtures.creates("azurerm_postgresql_server", {"ssl_enforcement_enabled": true})
}

test_cache_with_tls if {
	count(azure_databases.deny_plain) == 0 with input as fixtures.creates("azurerm_redis_cache", {"non_ssl_port_enabled": false})
}

test_plain_unknown if {
	count(azure_databases.deny_plain) == 0 with input as fixtures.creates_unknown("azurerm_postgresql_server", {}, {"ssl_enforcement_enabled": true})
}

test_plain_deleted if {
	count(azure_databases.deny_plain) == 0 with input as fixtures.deletes("azurerm_postgresql_server", {"ssl_enforcement_enabled": false})
}

test_old_tls if {
	fixtures.paths(azure_databases.deny_old_tls) == {fixtures.at(["minimum_tls_version"])} with input as fixtures.creates("azurerm_mssql_server", {"minimum_tls_version": "1.0"})
}

test_modern_tls if {
	count(azure_databases.deny_old_tls) == 0 with input as fixtures.creates("azurerm_mssql_server", {"minimum_tls_version": "1.2"})
}

test_old_tls_unknown if {
	count(azure_databases.deny_old_tls) == 0 with input as fixtures.creates_unknown("azurerm_mssql_server", {}, {"minimum_tls_version": true})
}

test_old_tls_deleted if {
	count(azure_databases.deny_old_tls) == 0 with input as fixtures.deletes("azurerm_mssql_server", {"minimum_tls_version": "1.0"})
}

test_audit_for_a_month if {
	fixtures.paths(azure_databases.warn_audit) == {fixtures.at(["retention_in_days"])} with input as fixtures.creates("azurerm_mssql_server_extended_auditing_policy", {"retention_in_days": 30})
}

test_audit_off if {
	fixtures.paths(azure_databases.warn_audit) == {fixtures.at(["enabled"])} with input as fixtures.creates("azurerm_mssql_server_extended_auditing_policy", {"enabled": false})
}

test_audit_for_a_year if {
	count(azure_databases.warn_audit) == 0 with input as fixtures.creates("azurerm_mssql_server_extended_auditing_policy", {"retention_in_days": 365})
}

test_audit_unknown if {
	count(azure_databases.warn_audit) == 0 with input as fixtures.creates_unknown("azurerm_mssql_server_extended_auditing_policy", {}, {"retention_in_days": true})
}

test_audit_deleted if {
	count(azure_databases.warn_audit) == 0 with input as fixtures.deletes("azurerm_mssql_server_extended_auditing_policy", {"retention_in_days": 30})
}
