# METADATA
# title: Azure machines must be hard to break into
# description: >-
#   Passwords of machines are guessed all day long.
package attest.terraform.azure_machines

import data.attest.lib.terraform

# METADATA
# title: Linux machines must be entered with keys
# description: >-
#   A password can be guessed, an SSH key cannot.
# custom:
#   severity: high
#   remediation: 'leave `disable_password_authentication` at true, and give an SSH key'
#   controls:
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_virtual_machine.main", "mode": "managed", "type": "azurerm_linux_virtual_machine", "name": "main",
#         "change": {"actions": ["create"], "after": {"disable_password_authentication": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_virtual_machine.main", "mode": "managed", "type": "azurerm_linux_virtual_machine", "name": "main",
#         "change": {"actions": ["create"], "after": {"disable_password_authentication": false}, "after_unknown": {}}
#       }]}
deny_password contains terraform.finding(machine, path, "can be entered with a password") if {
	some type, path in logins
	some machine in terraform.changes_by_type[type]
	terraform.is_false(machine, path)
}

logins := {
	"azurerm_linux_virtual_machine": ["disable_password_authentication"],
	"azurerm_linux_virtual_machine_scale_set": ["disable_password_authentication"],
	"azurerm_virtual_machine": ["os_profile_linux_config", 0, "disable_password_authentication"],
}

# METADATA
# title: Machines should be encrypted at the host
# description: >-
#   Azure encrypts disks in storage; temporary disks and caches only with this setting.
# custom:
#   severity: low
#   remediation: 'set `encryption_at_host_enabled = true`'
#   controls:
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(a)(2)(iv)"]
#     PCI-DSS-4.0: ["3.5.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_virtual_machine.main", "mode": "managed", "type": "azurerm_linux_virtual_machine", "name": "main",
#         "change": {"actions": ["create"], "after": {"encryption_at_host_enabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_virtual_machine.main", "mode": "managed", "type": "azurerm_linux_virtual_machine", "name": "main",
#         "change": {"actions": ["create"], "after": {"encryption_at_host_enabled": false}, "after_unknown": {}}
#       }]}
warn_encryption_at_host contains terraform.finding(machine, ["encryption_at_host_enabled"], "leaves temporary disks and caches unencrypted") if {
	some type in ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine"]
	some machine in terraform.changes_by_type[type]
	terraform.is_off(machine, ["encryption_at_host_enabled"])
}

# METADATA
# title: Disks must not be exported from everywhere
# description: >-
#   Whoever gets a link to export the disk copies it from anywhere.
# custom:
#   severity: high
#   remediation: 'set `network_access_policy = "DenyAll"` or `AllowPrivate`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_managed_disk.main", "mode": "managed", "type": "azurerm_managed_disk", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_access_policy": "DenyAll", "public_network_access_enabled": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_managed_disk.main", "mode": "managed", "type": "azurerm_managed_disk", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_access_policy": "AllowAll", "public_network_access_enabled": true}, "after_unknown": {}}
#       }]}
deny_public_disk contains terraform.finding(disk, ["network_access_policy"], "can be exported from every network") if {
	some type in ["azurerm_managed_disk", "azurerm_snapshot"]
	some disk in terraform.changes_by_type[type]
	disk.after.network_access_policy == "AllowAll"
	terraform.is_on(disk, ["public_network_access_enabled"])
}
