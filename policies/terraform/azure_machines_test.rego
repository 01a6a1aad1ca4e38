package attest.terraform.azure_machines_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_machines

test_password if {
	fixtures.paths(azure_machines.deny_password) == {fixtures.at(["disable_password_authentication"])} with input as fixtures.creates("azurerm_linux_virtual_machine", {"disable_password_authentication": false})
}

test_key if {
	count(azure_machines.deny_password) == 0 with input as fixtures.creates("azurerm_linux_virtual_machine", {"disable_password_authentication": true})
}

test_password_unknown if {
	count(azure_machines.deny_password) == 0 with input as fixtures.creates_unknown("azurerm_linux_virtual_machine", {}, {"disable_password_authentication": true})
}

test_password_deleted if {
	count(azure_machines.deny_password) == 0 with input as fixtures.deletes("azurerm_linux_virtual_machine", {"disable_password_authentication": false})
}

test_plain_host if {
	fixtures.paths(azure_machines.warn_encryption_at_host) == {fixtures.at(["encryption_at_host_enabled"])} with input as fixtures.creates("azurerm_linux_virtual_machine", {"encryption_at_host_enabled": false})
}

test_encrypted_host if {
	count(azure_machines.warn_encryption_at_host) == 0 with input as fixtures.creates("azurerm_linux_virtual_machine", {"encryption_at_host_enabled": true})
}

test_encryption_at_host_unknown if {
	count(azure_machines.warn_encryption_at_host) == 0 with input as fixtures.creates_unknown("azurerm_linux_virtual_machine", {}, {"encryption_at_host_enabled": true})
}

test_encryption_at_host_deleted if {
	count(azure_machines.warn_encryption_at_host) == 0 with input as fixtures.deletes("azurerm_linux_virtual_machine", {"encryption_at_host_enabled": false})
}

test_public_disk if {
	fixtures.paths(azure_machines.deny_public_disk) == {fixtures.at(["network_access_policy"])} with input as fixtures.creates("azurerm_managed_disk", {"network_access_policy": "AllowAll", "public_network_access_enabled": true})
}

test_private_disk if {
	count(azure_machines.deny_public_disk) == 0 with input as fixtures.creates("azurerm_managed_disk", {"network_access_policy": "DenyAll", "public_network_access_enabled": false})
}

test_public_disk_unknown if {
	count(azure_machines.deny_public_disk) == 0 with input as fixtures.creates_unknown("azurerm_managed_disk", {"public_network_access_enabled": true}, {"network_access_policy": true})
}

test_public_disk_deleted if {
	count(azure_machines.deny_public_disk) == 0 with input as fixtures.deletes("azurerm_managed_disk", {"network_access_policy": "AllowAll", "public_network_access_enabled": true})
}
