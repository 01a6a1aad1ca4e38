package attest.terraform.azure_storage_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_storage

test_plain_http if {
	fixtures.paths(azure_storage.deny_http) == {fixtures.at(["https_traffic_only_enabled"])} with input as fixtures.creates("azurerm_storage_account", {"https_traffic_only_enabled": false})
}

test_plain_http_of_old if {
	fixtures.paths(azure_storage.deny_http) == {fixtures.at(["enable_https_traffic_only"])} with input as fixtures.creates("azurerm_storage_account", {"enable_https_traffic_only": false})
}

test_https_only if {
	count(azure_storage.deny_http) == 0 with input as fixtures.creates("azurerm_storage_account", {"https_traffic_only_enabled": true})
}

test_default_traffic if {
	count(azure_storage.deny_http) == 0 with input as fixtures.creates("azurerm_storage_account", {"name": "shop"})
}

test_http_unknown if {
	count(azure_storage.deny_http) == 0 with input as fixtures.creates_unknown("azurerm_storage_account", {}, {"https_traffic_only_enabled": true})
}

test_http_deleted if {
	count(azure_storage.deny_http) == 0 with input as fixtures.deletes("azurerm_storage_account", {"https_traffic_only_enabled": false})
}

test_old_tls if {
	fixtures.paths(azure_storage.deny_old_tls) == {fixtures.at(["min_tls_version"])} with input as fixtures.creates("azurerm_storage_account", {"min_tls_version": "TLS1_0"})
}

test_modern_tls if {
	count(azure_storage.deny_old_tls) == 0 with input as fixtures.creates("azurerm_storage_account", {"min_tls_version": "TLS1_2"})
}

test_old_tls_unknown if {
	count(azure_storage.deny_old_tls) == 0 with input as fixtures.creates_unknown("azurerm_storage_account", {}, {"min_tls_version": true})
}

test_old_tls_deleted if {
	count(azure_storage.deny_old_tls) == 0 with input as fixtures.deletes("azurerm_storage_account", {"min_tls_version": "TLS1_0"})
}

test_public_container if {
	fixtures.paths(azure_storage.deny_public_container) == {fixtures.at(["container_access_type"])} with input as fixtures.creates("azurerm_storage_container", {"container_access_type": "blob"})
}

test_private_container if {
	count(azure_storage.deny_public_container) == 0 with input as fixtures.creates("azurerm_storage_container", {"container_access_type": "private"})
}

test_public_container_unknown if {
	count(azure_storage.deny_public_container) == 0 with input as fixtures.creates_unknown("azurerm_storage_container", {}, {"container_access_type": true})
}

test_public_container_deleted if {
	count(azure_storage.deny_public_container) == 0 with input as fixtures.deletes("azurerm_storage_container", {"container_access_type": "blob"})
}

test_public_items if {
	fixtures.paths(azure_storage.deny_public_items) == {fixtures.at(["allow_nested_items_to_be_public"])} with input as fixtures.creates("azurerm_storage_account", {"allow_nested_items_to_be_public": true})
}

test_no_public_items if {
	count(azure_storage.deny_public_items) == 0 with input as fixtures.creates("azurerm_storage_account", {"allow_nested_items_to_be_public": false})
}

test_public_items_unknown if {
	count(azure_storage.deny_public_items) == 0 with input as fixtures.creates_unknown("azurerm_storage_account", {}, {"allow_nested_items_to_be_public": true})
}

test_public_items_deleted if {
	count(azure_storage.deny_public_items) == 0 with input as fixtures.deletes("azurerm_storage_account", {"allow_nested_items_to_be_public": true})
}

test_every_network if {
	fixtures.paths(azure_storage.warn_network) == {fixtures.at(["network_rules", 0, "default_action"])} with input as fixtures.creates("azurerm_storage_account", {"network_rules": [{"default_action": "Allow"}]})
}

test_no_network_rules if {
	fixtures.paths(azure_storage.warn_network) == {fixtures.at([])} with input as fixtures.creates("azurerm_storage_account", {"name": "shop"})
}

test_chosen_networks if {
	count(azure_storage.warn_network) == 0 with input as fixtures.creates("azurerm_storage_account", {"network_rules": [{"default_action": "Deny"}]})
}

test_no_network if {
	count(azure_storage.warn_network) == 0 with input as fixtures.creates("azurerm_storage_account", {"public_network_access_enabled": false})
}

test_network_unknown if {
	count(azure_storage.warn_network) == 0 with input as fixtures.creates_unknown("azurerm_storage_account", {}, {"network_rules": true})
}

test_network_deleted if {
	count(azure_storage.warn_network) == 0 with input as fixtures.deletes("azurerm_storage_account", {"network_rules": [{"default_action": "Allow"}]})
}

test_account_key if {
	fixtures.paths(azure_storage.warn_shared_key) == {fixtures.at(["shared_access_key_enabled"])} with input as fixtures.creates("azurerm_storage_account", {"shared_access_key_enabled": true})
}

test_no_account_key if {
	count(azure_storage.warn_shared_key) == 0 with input as fixtures.creates("azurerm_storage_account", {"shared_access_key_enabled": false})
}

test_shared_key_unknown if {
	count(azure_storage.warn_shared_key) == 0 with input as fixtures.creates_unknown("azurerm_storage_account", {}, {"shared_access_key_enabled": true})
}

test_shared_key_deleted if {
	count(azure_storage.warn_shared_key) == 0 with input as fixtures.deletes("azurerm_storage_account", {"shared_access_key_enabled": true})
}

test_no_soft_delete if {
	fixtures.paths(azure_storage.warn_soft_delete) == {fixtures.at(["blob_properties", 0, "delete_retention_policy"])} with input as fixtures.creates("azurerm_storage_account", {"blob_properties": [{"delete_retention_policy": []}]})
}

test_soft_delete if {
	count(azure_storage.warn_soft_delete) == 0 with input as fixtures.creates("azurerm_storage_account", {"blob_properties": [{"delete_retention_policy": [{"days": 14}]}]})
}

test_soft_delete_unknown if {
	count(azure_storage.warn_soft_delete) == 0 with input as fixtures.creates_unknown("azurerm_storage_account", {"blob_properties": [{}]}, {"blob_properties": [{"delete_retention_policy": true}]})
}

test_soft_delete_deleted if {
	count(azure_storage.warn_soft_delete) == 0 with input as fixtures.deletes("azurerm_storage_account", {"blob_properties": [{"delete_retention_policy": []}]})
}

test_network_rules_of_their_own if {
	document := fixtures.with_configuration(
		fixtures.plan([
			fixtures.change("azurerm_storage_account", "main", ["create"], {"name": "shop", "network_rules": []}, {"id": true}),
			fixtures.change("azurerm_storage_account_network_rules", "main", ["create"], {"default_action": "Deny"}, {"storage_account_id": true}),
		]),
		[fixtures.configured("azurerm_storage_account_network_rules", "main", {"storage_account_id": {"references": ["azurerm_storage_account.main.id", "azurerm_storage_account.main"]}})],
	)
	count(azure_storage.warn_network) == 0 with input as document
}
