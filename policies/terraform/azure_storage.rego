# METADATA
# title: Azure storage accounts must be closed
# description: >-
#   One setting of a storage account decides whether its blobs are for everyone, and whether they travel in
#   plain text.
package attest.terraform.azure_storage

import data.attest.lib.terraform
import data.attest.lib.terraform_links as links

# The second name is that of the provider before version 4.

# METADATA
# title: Storage accounts must take only HTTPS
# description: >-
#   Blobs and the keys that open them can be read on the way.
# custom:
#   severity: high
#   remediation: 'set `https_traffic_only_enabled = true`'
#   controls:
#     CIS-Azure-2.1: ["3.1"]
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"https_traffic_only_enabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"https_traffic_only_enabled": false}, "after_unknown": {}}
#       }]}
deny_http contains terraform.finding(account, [field], "takes requests over plain HTTP") if {
	some account in terraform.changes_by_type.azurerm_storage_account
	some field in ["https_traffic_only_enabled", "enable_https_traffic_only"]
	terraform.is_false(account, [field])
}

# METADATA
# title: Storage accounts must ask for TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses and are forbidden by most standards.
# custom:
#   severity: medium
#   remediation: 'set `min_tls_version = "TLS1_2"`'
#   controls:
#     CIS-Azure-2.1: ["3.15"]
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"min_tls_version": "TLS1_2"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"min_tls_version": "TLS1_0"}, "after_unknown": {}}
#       }]}
deny_old_tls contains terraform.finding(account, ["min_tls_version"], sprintf("takes `%s`", [account.after.min_tls_version])) if {
	some account in terraform.changes_by_type.azurerm_storage_account
	account.after.min_tls_version in {"TLS1_0", "TLS1_1"}
}

# METADATA
# title: Containers of blobs must be private
# description: >-
#   Whoever finds the name of a public container reads what is in it.
# custom:
#   severity: critical
#   remediation: 'set `container_access_type = "private"`; share single blobs with signed URLs'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_container.main", "mode": "managed", "type": "azurerm_storage_container", "name": "main",
#         "change": {"actions": ["create"], "after": {"container_access_type": "private"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_container.main", "mode": "managed", "type": "azurerm_storage_container", "name": "main",
#         "change": {"actions": ["create"], "after": {"container_access_type": "blob"}, "after_unknown": {}}
#       }]}
deny_public_container contains terraform.finding(container, ["container_access_type"], sprintf("is public: its access type is `%s`", [container.after.container_access_type])) if {
	some container in terraform.changes_by_type.azurerm_storage_container
	container.after.container_access_type in {"blob", "container"}
}

# METADATA
# title: Storage accounts must not let containers be public
# description: >-
#   With the setting off, nobody can publish a container by mistake.
# custom:
#   severity: medium
#   remediation: 'set `allow_nested_items_to_be_public = false`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"allow_nested_items_to_be_public": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"allow_nested_items_to_be_public": true}, "after_unknown": {}}
#       }]}
deny_public_items contains terraform.finding(account, [field], "lets containers be made public") if {
	some account in terraform.changes_by_type.azurerm_storage_account
	some field in ["allow_nested_items_to_be_public", "allow_blob_public_access"]
	terraform.is_on(account, [field])
}

# METADATA
# title: Storage accounts should be reached from chosen networks
# description: >-
#   A leaked key opens an account from anywhere, unless the network does not.
# custom:
#   severity: low
#   remediation: 'set `default_action = "Deny"` in `network_rules`, or `public_network_access_enabled = false`'
#   controls:
#     CIS-Azure-2.1: ["3.8"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_rules": [{"default_action": "Deny"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_rules": [{"default_action": "Allow"}]}, "after_unknown": {}}
#       }]}
warn_network contains terraform.finding(account, ["network_rules"], "can be reached from every network") if {
	some account in terraform.changes_by_type.azurerm_storage_account
	terraform.is_absent(account, "network_rules")
	not terraform.is_false(account, ["public_network_access_enabled"])
	not terraform.is_unknown(account, ["public_network_access_enabled"])
	not links.may_have(account, "azurerm_storage_account_network_rules")
}

warn_network contains terraform.finding(account, ["network_rules", 0, "default_action"], "can be reached from every network") if {
	some account in terraform.changes_by_type.azurerm_storage_account
	terraform.value(account, ["network_rules", 0, "default_action"]) == "Allow"
	not terraform.is_false(account, ["public_network_access_enabled"])
}

warn_network contains terraform.finding(rules, ["default_action"], "lets every network reach its storage account") if {
	some rules in terraform.changes_by_type.azurerm_storage_account_network_rules
	rules.after.default_action == "Allow"
}

# METADATA
# title: Storage accounts should not be opened with keys
# description: >-
#   The key of an account opens everything in it, belongs to nobody and does not expire.
# custom:
#   severity: low
#   remediation: 'set `shared_access_key_enabled = false`, and let programs sign in with Entra ID'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"shared_access_key_enabled": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"shared_access_key_enabled": true}, "after_unknown": {}}
#       }]}
warn_shared_key contains terraform.finding(account, ["shared_access_key_enabled"], "can be opened with an account key") if {
	some account in terraform.changes_by_type.azurerm_storage_account
	terraform.is_on(account, ["shared_access_key_enabled"])
}

# METADATA
# title: Deleted blobs should be kept for a while
# description: >-
#   What was deleted by mistake or by an intruder can be brought back as long as it is kept.
# custom:
#   severity: low
#   remediation: 'add `delete_retention_policy` to `blob_properties`'
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"blob_properties": [{"delete_retention_policy": [{"days": 14}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_storage_account.main", "mode": "managed", "type": "azurerm_storage_account", "name": "main",
#         "change": {"actions": ["create"], "after": {"blob_properties": [{"delete_retention_policy": []}]}, "after_unknown": {}}
#       }]}
warn_soft_delete contains terraform.finding(account, ["blob_properties", 0, "delete_retention_policy"], "forgets deleted blobs at once") if {
	some account in terraform.changes_by_type.azurerm_storage_account
	count(account.after.blob_properties) > 0
	terraform.is_unset(account, ["blob_properties", 0, "delete_retention_policy"])
}
