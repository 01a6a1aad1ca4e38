# METADATA
# title: Key vaults must be hard to lose and hard to reach
# description: >-
#   With its vault, everything that the keys in it encrypt is gone.
package attest.terraform.azure_key_vault

import data.attest.lib.terraform
import data.attest.lib.terraform_links as links

# METADATA
# title: Key vaults must be protected from purging
# description: >-
#   An intruder or a wrong plan that purges a vault makes all data behind its keys unreadable.
# custom:
#   severity: medium
#   remediation: 'set `purge_protection_enabled = true`'
#   controls:
#     CIS-Azure-2.1: ["8.5"]
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_key_vault.main", "mode": "managed", "type": "azurerm_key_vault", "name": "main",
#         "change": {"actions": ["create"], "after": {"purge_protection_enabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_key_vault.main", "mode": "managed", "type": "azurerm_key_vault", "name": "main",
#         "change": {"actions": ["create"], "after": {"purge_protection_enabled": false}, "after_unknown": {}}
#       }]}
deny_purge contains terraform.finding(vault, ["purge_protection_enabled"], "can be purged, keys and all") if {
	some vault in terraform.changes_by_type.azurerm_key_vault
	terraform.is_off(vault, ["purge_protection_enabled"])
}

# METADATA
# title: Key vaults should be reached from chosen networks
# description: >-
#   A leaked token opens a vault from anywhere, unless the network does not.
# custom:
#   severity: low
#   remediation: 'set `default_action = "Deny"` in `network_acls`, or `public_network_access_enabled = false`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_key_vault.main", "mode": "managed", "type": "azurerm_key_vault", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_acls": [{"default_action": "Deny"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_key_vault.main", "mode": "managed", "type": "azurerm_key_vault", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_acls": [{"default_action": "Allow"}]}, "after_unknown": {}}
#       }]}
warn_network contains terraform.finding(vault, ["network_acls", 0, "default_action"], "can be reached from every network") if {
	some vault in terraform.changes_by_type.azurerm_key_vault
	not terraform.is_false(vault, ["public_network_access_enabled"])
	not terraform.is_unknown(vault, ["public_network_access_enabled"])
	open_network(vault)
}

open_network(vault) if terraform.value(vault, ["network_acls", 0, "default_action"]) == "Allow"

open_network(vault) if terraform.is_absent(vault, "network_acls")

# METADATA
# title: Keys and secrets should expire
# description: >-
#   A key that leaked and never expires works for the thief as long as nobody notices.
# custom:
#   severity: low
#   remediation: 'set `expiration_date`, or a `rotation_policy` for keys'
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["3.7.4"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_key_vault_key.main", "mode": "managed", "type": "azurerm_key_vault_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"expiration_date": "2030-01-01T00:00:00Z"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_key_vault_key.main", "mode": "managed", "type": "azurerm_key_vault_key", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "orders", "expiration_date": null}, "after_unknown": {}}
#       }]}
warn_expiry contains terraform.finding(change, ["expiration_date"], "does not expire") if {
	some type in ["azurerm_key_vault_key", "azurerm_key_vault_secret"]
	some change in terraform.changes_by_type[type]
	terraform.is_unset(change, ["expiration_date"])
	terraform.is_unset(change, ["rotation_policy"])
}

# METADATA
# title: Key vaults should keep an audit log
# description: >-
#   Who used which key is the first question after a leak.
# custom:
#   severity: low
#   remediation: 'add an `azurerm_monitor_diagnostic_setting` for the vault with `AuditEvent`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [
#         {"address": "azurerm_key_vault.main", "mode": "managed", "type": "azurerm_key_vault", "name": "main",
#          "change": {"actions": ["update"], "after": {"id": "/vaults/shop"}, "after_unknown": {}}},
#         {"address": "azurerm_monitor_diagnostic_setting.main", "mode": "managed", "type": "azurerm_monitor_diagnostic_setting", "name": "main",
#          "change": {"actions": ["create"], "after": {"target_resource_id": "/vaults/shop"}, "after_unknown": {}}}
#       ]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_key_vault.main", "mode": "managed", "type": "azurerm_key_vault", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "shop"}, "after_unknown": {}}
#       }]}
warn_diagnostics contains terraform.finding(vault, [], "keeps no audit log: it has no diagnostic setting") if {
	some vault in terraform.changes_by_type.azurerm_key_vault
	not links.may_have(vault, "azurerm_monitor_diagnostic_setting")
}
