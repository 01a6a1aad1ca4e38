# METADATA
# title: AKS clusters must be hardened
# description: >-
#   Who reaches the API server of a cluster with stolen credentials runs what he likes on it.
package attest.terraform.azure_kubernetes

import data.attest.lib.terraform
import data.attest.lib.terraform_links as links

# METADATA
# title: AKS clusters must use RBAC
# description: >-
#   Without RBAC everyone who signs in may do everything.
# custom:
#   severity: critical
#   remediation: 'leave `role_based_access_control_enabled` at true'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"role_based_access_control_enabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"role_based_access_control_enabled": false}, "after_unknown": {}}
#       }]}
deny_rbac contains terraform.finding(cluster, path, "gives every user every right: RBAC is off") if {
	some cluster in terraform.changes_by_type.azurerm_kubernetes_cluster
	some path in [["role_based_access_control_enabled"], ["role_based_access_control", 0, "enabled"]]
	terraform.is_false(cluster, path)
}

# METADATA
# title: The API of AKS clusters must not be open to the world
# description: >-
#   An API server on the internet is one leaked token or one flaw away from strangers.
# custom:
#   severity: high
#   remediation: 'list your networks in `authorized_ip_ranges`, or set `private_cluster_enabled = true`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"private_cluster_enabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"private_cluster_enabled": false, "api_server_access_profile": []}, "after_unknown": {}}
#       }]}
deny_public_api contains terraform.finding(cluster, ["api_server_access_profile"], "serves its API to the whole internet") if {
	some cluster in terraform.changes_by_type.azurerm_kubernetes_cluster
	terraform.is_off(cluster, ["private_cluster_enabled"])
	terraform.is_unset(cluster, ["api_server_access_profile", 0, "authorized_ip_ranges"])
	terraform.is_unset(cluster, ["api_server_authorized_ip_ranges"])
}

# METADATA
# title: AKS clusters should have no local accounts
# description: >-
#   The local administrator is shared, and works when the person has long left.
# custom:
#   severity: low
#   remediation: 'set `local_account_disabled = true` and use Entra ID'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"local_account_disabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"local_account_disabled": false}, "after_unknown": {}}
#       }]}
warn_local_accounts contains terraform.finding(cluster, ["local_account_disabled"], "has a local administrator whose certificate nobody can revoke") if {
	some cluster in terraform.changes_by_type.azurerm_kubernetes_cluster
	terraform.is_off(cluster, ["local_account_disabled"])
}

# METADATA
# title: AKS clusters should keep logs of the control plane
# description: >-
#   Without them nobody knows who did what in the cluster.
# custom:
#   severity: low
#   remediation: 'add `oms_agent`, or a diagnostic setting with `kube-audit-admin`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"oms_agent": [{"log_analytics_workspace_id": "/w"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"oms_agent": []}, "after_unknown": {}}
#       }]}
warn_logging contains terraform.finding(cluster, ["oms_agent"], "keeps no log of its control plane") if {
	some cluster in terraform.changes_by_type.azurerm_kubernetes_cluster
	terraform.is_absent(cluster, "oms_agent")
	not terraform.is_on(cluster, ["addon_profile", 0, "oms_agent", 0, "enabled"])
	not links.may_have(cluster, "azurerm_monitor_diagnostic_setting")
}

# METADATA
# title: AKS clusters should enforce network policies
# description: >-
#   NetworkPolicy objects are ignored by a cluster without an engine for them.
# custom:
#   severity: low
#   remediation: 'set `network_policy = "cilium"`, `calico` or `azure`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_profile": [{"network_plugin": "azure", "network_policy": "calico"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_kubernetes_cluster.main", "mode": "managed", "type": "azurerm_kubernetes_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_profile": [{"network_plugin": "azure", "network_policy": null}]}, "after_unknown": {}}
#       }]}
warn_network_policy contains terraform.finding(cluster, ["network_profile", 0, "network_policy"], "enforces no network policies") if {
	some cluster in terraform.changes_by_type.azurerm_kubernetes_cluster
	count(cluster.after.network_profile) > 0
	terraform.is_unset(cluster, ["network_profile", 0, "network_policy"])
}
