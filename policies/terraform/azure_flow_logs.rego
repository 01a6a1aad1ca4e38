# METADATA
# title: Flow logs of Azure must be kept
# description: >-
#   Without flow logs nobody can tell after an incident who connected to whom.
# custom:
#   severity: low
#   remediation: 'set `enabled = true`, and `days = 90` or more in `retention_policy`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_network_watcher_flow_log.main", "mode": "managed", "type": "azurerm_network_watcher_flow_log", "name": "main",
#         "change": {"actions": ["create"], "after": {"enabled": true, "retention_policy": [{"enabled": true, "days": 365}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_network_watcher_flow_log.main", "mode": "managed", "type": "azurerm_network_watcher_flow_log", "name": "main",
#         "change": {"actions": ["create"], "after": {"enabled": false}, "after_unknown": {}}
#       }]}
package attest.terraform.azure_flow_logs

import data.attest.lib.terraform

deny contains terraform.finding(log, ["enabled"], "is off") if {
	some log in terraform.changes_by_type.azurerm_network_watcher_flow_log
	terraform.is_false(log, ["enabled"])
}

deny contains terraform.finding(log, ["retention_policy", i, "days"], sprintf("keeps flows for %d days only", [policy.days])) if {
	some log in terraform.changes_by_type.azurerm_network_watcher_flow_log
	some i, policy in log.after.retention_policy
	policy.enabled == true
	policy.days > 0
	policy.days < 90
}
