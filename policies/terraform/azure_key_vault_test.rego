package attest.terraform.azure_key_vault_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_key_vault

test_purgeable if {
	fixtures.paths(azure_key_vault.deny_purge) == {fixtures.at(["purge_protection_enabled"])} with input as fixtures.creates("azurerm_key_vault", {"purge_protection_enabled": false})
}

test_protected if {
	count(azure_key_vault.deny_purge) == 0 with input as fixtures.creates("azurerm_key_vault", {"purge_protection_enabled": true})
}

test_purge_unknown if {
	count(azure_key_vault.deny_purge) == 0 with input as fixtures.creates_unknown("azurerm_key_vault", {}, {"purge_protection_enabled": true})
}

test_purge_deleted if {
	count(azure_key_vault.deny_purge) == 0 with input as fixtures.deletes("azurerm_key_vault", {"purge_protection_enabled": false})
}

test_every_network if {
	fixtures.paths(azure_key_vault.warn_network) == {fixtures.at(["network_acls", 0, "default_action"])} with input as fixtures.creates("azurerm_key_vault", {"network_acls": [{"default_action": "Allow"}]})
}

test_chosen_networks if {
	count(azure_key_vault.warn_network) == 0 with input as fixtures.creates("azurerm_key_vault", {"network_acls": [{"default_action": "Deny"}]})
}

test_no_network if {
	count(azure_key_vault.warn_network) == 0 with input as fixtures.creates("azurerm_key_vault", {"public_network_access_enabled": false})
}

test_network_unknown if {
	count(azure_key_vault.warn_network) == 0 with input as fixtures.creates_unknown("azurerm_key_vault", {}, {"network_acls": true})
}

test_network_deleted if {
	count(azure_key_vault.warn_network) == 0 with input as fixtures.deletes("azurerm_key_vault", {"network_acls": [{"default_action": "Allow"}]})
}

test_endless_key if {
	fixtures.paths(azure_key_vault.warn_expiry) == {fixtures.at(["expiration_date"])} with input as fixtures.creates("azurerm_key_vault_key", {"name": "orders", "expiration_date": null})
}

test_expiring_key if {
	count(azure_key_vault.warn_expiry) == 0 with input as fixtures.creates("azurerm_key_vault_key", {"expiration_date": "2030-01-01T00:00:00Z"})
}

test_rotated_key if {
	count(azure_key_vault.warn_expiry) == 0 with input as fixtures.creates("azurerm_key_vault_key", {"rotation_policy": [{"expire_after": "P90D"}]})
}

test_expiry_unknown if {
	count(azure_key_vault.warn_expiry) == 0 with input as fixtures.creates_unknown("azurerm_key_vault_key", {}, {"expiration_date": true})
}

test_expiry_deleted if {
	count(azure_key_vault.warn_expiry) == 0 with input as fixtures.deletes("azurerm_key_vault_key", {"name": "orders", "expiration_date": null})
}

test_diagnostics if {
	vault := fixtures.change("azurerm_key_vault", "main", ["update"], {"id": "/vaults/shop"}, {})
	setting := fixtures.created("azurerm_monitor_diagnostic_setting", "main", {"target_resource_id": "/vaults/shop"})
	count(azure_key_vault.warn_diagnostics) == 0 with input as fixtures.plan([vault, setting])
	count(azure_key_vault.warn_diagnostics) == 1 with input as fixtures.plan([vault])
}
