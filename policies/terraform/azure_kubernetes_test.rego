package attest.terraform.azure_kubernetes_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_kubernetes

test_no_rbac if {
	fixtures.paths(azure_kubernetes.deny_rbac) == {fixtures.at(["role_based_access_control_enabled"])} with input as fixtures.creates("azurerm_kubernetes_cluster", {"role_based_access_control_enabled": false})
}

test_rbac if {
	count(azure_kubernetes.deny_rbac) == 0 with input as fixtures.creates("azurerm_kubernetes_cluster", {"role_based_access_control_enabled": true})
}

test_rbac_unknown if {
	count(azure_kubernetes.deny_rbac) == 0 with input as fixtures.creates_unknown("azurerm_kubernetes_cluster", {}, {"role_based_access_control_enabled": true})
}

test_rbac_deleted if {
	count(azure_kubernetes.deny_rbac) == 0 with input as fixtures.deletes("azurerm_kubernetes_cluster", {"role_based_access_control_enabled": false})
}

test_public_api if {
	fixtures.paths(azure_kubernetes.deny_public_api) == {fixtures.at(["api_server_access_profile"])} with input as fixtures.creates("azurerm_kubernetes_cluster", {"private_cluster_enabled": false, "api_server_access_profile": []})
}

test_private_api if {
	count(azure_kubernetes.deny_public_api) == 0 with input as fixtures.creates("azurerm_kubernetes_cluster", {"private_cluster_enabled": true})
}

test_office_api if {
	count(azure_kubernetes.deny_public_api) == 0 with input as fixtures.creates("azurerm_kubernetes_cluster", {"api_server_access_profile": [{"authorized_ip_ranges": ["198.51.100.0/24"]}]})
}

test_public_api_unknown if {
	count(azure_kubernetes.deny_public_api) == 0 with input as fixtures.creates_unknown("azurerm_kubernetes_cluster", {}, {"api_server_access_profile": true})
}

test_public_api_unknown_2 if {
	count(azure_kubernetes.deny_public_api) == 0 with input as fixtures.creates_unknown("azurerm_kubernetes_cluster", {}, {"private_cluster_enabled": true})
}

test_public_api_deleted if {
	count(azure_kubernetes.deny_public_api) == 0 with input as fixtures.deletes("azurerm_kubernetes_cluster", {"private_cluster_enabled": false, "api_server_access_profile": []})
}

test_local_account if {
	fixtures.paths(azure_kubernetes.warn_local_accounts) == {fixtures.at(["local_account_disabled"])} with input as fixtures.creates("azurerm_kubernetes_cluster", {"local_account_disabled": false})
}

test_no_local_account if {
	count(azure_kubernetes.warn_local_accounts) == 0 with input as fixtures.creates("azurerm_kubernetes_cluster", {"local_account_disabled": true})
}

test_local_accounts_unknown if {
	count(azure_kubernetes.warn_local_accounts) == 0 with input as fixtures.creates_unknown("azurerm_kubernetes_cluster", {}, {"local_account_disabled": true})
}

test_local_accounts_deleted if {
	count(azure_kubernetes.warn_local_accounts) == 0 with input as fixtures.deletes("azurerm_kubernetes_cluster", {"local_account_disabled": false})
}

test_no_logs if {
	fixtures.paths(azure_kubernetes.warn_logging) == {fixtures.at(["oms_agent"])} with input as fixtures.creates("azurerm_kubernetes_cluster", {"oms_agent": []})
}

test_logs if {
	count(azure_kubernetes.warn_logging) == 0 with input as fixtures.creates("azurerm_kubernetes_cluster", {"oms_agent": [{"log_analytics_workspace_id": "/w"}]})
}

test_logging_unknown if {
	count(azure_kubernetes.warn_logging) == 0 with input as fixtures.creates_unknown("azurerm_kubernetes_cluster", {}, {"oms_agent": true})
}

test_logging_deleted if {
	count(azure_kubernetes.warn_logging) == 0 with input as fixtures.deletes("azurerm_kubernetes_cluster", {"oms_agent": []})
}

test_no_network_policy if {
	fixtures.paths(azure_kubernetes.warn_network_policy) == {fixtures.at(["network_profile", 0, "network_policy"])} with input as fixtures.creates("azurerm_kubernetes_cluster", {"network_profile": [{"network_plugin": "azure", "network_policy": null}]})
}

test_network_policy if {
	count(azure_kubernetes.warn_network_policy) == 0 with input as fixtures.creates("azurerm_kubernetes_cluster", {"network_profile": [{"network_plugin": "azure", "network_policy": "calico"}]})
}

test_network_policy_unknown if {
	count(azure_kubernetes.warn_network_policy) == 0 with input as fixtures.creates_unknown("azurerm_kubernetes_cluster", {"network_profile": [{}]}, {"network_profile": [{"network_policy": true}]})
}

test_network_policy_deleted if {
	count(azure_kubernetes.warn_network_policy) == 0 with input as fixtures.deletes("azurerm_kubernetes_cluster", {"network_profile": [{"network_plugin": "azure", "network_policy": null}]})
}
