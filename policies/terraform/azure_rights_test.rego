package attest.terraform.azure_rights_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_rights

test_owner_by_another_name if {
	fixtures.paths(azure_rights.deny_custom_role) == {fixtures.at(["permissions", 0, "actions", 0])} with input as fixtures.creates("azurerm_role_definition", {"scope": "/subscriptions/1", "permissions": [{"actions": ["*"]}]})
}

test_reader if {
	count(azure_rights.deny_custom_role) == 0 with input as fixtures.creates("azurerm_role_definition", {"scope": "/subscriptions/1", "permissions": [{"actions": ["*/read"]}]})
}

test_custom_role_unknown if {
	count(azure_rights.deny_custom_role) == 0 with input as fixtures.creates_unknown("azurerm_role_definition", {"scope": "/subscriptions/1", "permissions": [{}]}, {"permissions": [{"actions": true}]})
}

test_custom_role_deleted if {
	count(azure_rights.deny_custom_role) == 0 with input as fixtures.deletes("azurerm_role_definition", {"scope": "/subscriptions/1", "permissions": [{"actions": ["*"]}]})
}

test_owner if {
	fixtures.paths(azure_rights.warn_owner) == {fixtures.at(["role_definition_name"])} with input as fixtures.creates("azurerm_role_assignment", {"scope": "/subscriptions/1", "role_definition_name": "Owner"})
}

test_owner_of_a_group if {
	count(azure_rights.warn_owner) == 0 with input as fixtures.creates("azurerm_role_assignment", {"scope": "/subscriptions/1/resourceGroups/shop", "role_definition_name": "Owner"})
}

test_owner_unknown if {
	count(azure_rights.warn_owner) == 0 with input as fixtures.creates_unknown("azurerm_role_assignment", {"role_definition_name": "Owner"}, {"scope": true})
}

test_owner_deleted if {
	count(azure_rights.warn_owner) == 0 with input as fixtures.deletes("azurerm_role_assignment", {"scope": "/subscriptions/1", "role_definition_name": "Owner"})
}

test_registry_with_a_password if {
	fixtures.paths(azure_rights.deny_registry) == {fixtures.at(["admin_enabled"])} with input as fixtures.creates("azurerm_container_registry", {"admin_enabled": true})
}

test_public_registry if {
	fixtures.paths(azure_rights.deny_registry) == {fixtures.at(["anonymous_pull_enabled"])} with input as fixtures.creates("azurerm_container_registry", {"anonymous_pull_enabled": true})
}

test_registry if {
	count(azure_rights.deny_registry) == 0 with input as fixtures.creates("azurerm_container_registry", {"admin_enabled": false})
}

test_registry_unknown if {
	count(azure_rights.deny_registry) == 0 with input as fixtures.creates_unknown("azurerm_container_registry", {}, {"admin_enabled": true})
}

test_registry_deleted if {
	count(azure_rights.deny_registry) == 0 with input as fixtures.deletes("azurerm_container_registry", {"admin_enabled": true})
}
