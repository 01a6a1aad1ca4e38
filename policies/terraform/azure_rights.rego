# METADATA
# title: Rights in Azure must be small
# description: >-
#   Who owns a subscription owns everything in it.
package attest.terraform.azure_rights

import data.attest.lib.terraform

# METADATA
# title: Custom roles must not allow everything
# description: >-
#   A role with every action is an owner whom no review of owners finds.
# custom:
#   severity: high
#   remediation: list the actions that are needed
#   controls:
#     CIS-Azure-2.1: ["1.23"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_role_definition.main", "mode": "managed", "type": "azurerm_role_definition", "name": "main",
#         "change": {"actions": ["create"], "after": {"scope": "/subscriptions/1", "permissions": [{"actions": ["*/read"]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_role_definition.main", "mode": "managed", "type": "azurerm_role_definition", "name": "main",
#         "change": {"actions": ["create"], "after": {"scope": "/subscriptions/1", "permissions": [{"actions": ["*"]}]}, "after_unknown": {}}
#       }]}
deny_custom_role contains terraform.finding(role, ["permissions", i, "actions", j], "allows every action on a subscription") if {
	some role in terraform.changes_by_type.azurerm_role_definition
	some i, permission in role.after.permissions
	some j, action in permission.actions
	action == "*"
	some scope in scopes(role)
	regex.match(`^/(subscriptions/[^/]+)?$|^/providers/Microsoft.Management/managementGroups/[^/]+$`, scope)
}

scopes(role) := {scope | some scope in object.get(role.after, "assignable_scopes", [])} | {role.after.scope}

# METADATA
# title: Whole subscriptions should not be given away
# description: >-
#   Whoever takes over that account has every resource of the subscription.
# custom:
#   severity: medium
#   remediation: assign a narrower role, or a narrower scope
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_role_assignment.main", "mode": "managed", "type": "azurerm_role_assignment", "name": "main",
#         "change": {"actions": ["create"], "after": {"scope": "/subscriptions/1/resourceGroups/shop", "role_definition_name": "Owner"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_role_assignment.main", "mode": "managed", "type": "azurerm_role_assignment", "name": "main",
#         "change": {"actions": ["create"], "after": {"scope": "/subscriptions/1", "role_definition_name": "Owner"}, "after_unknown": {}}
#       }]}
warn_owner contains terraform.finding(assignment, ["role_definition_name"], sprintf("makes somebody `%s` of a whole subscription", [assignment.after.role_definition_name])) if {
	some assignment in terraform.changes_by_type.azurerm_role_assignment
	assignment.after.role_definition_name in {"Owner", "Contributor", "User Access Administrator"}
	regex.match(`^/subscriptions/[^/]+$|^/providers/Microsoft.Management/managementGroups/[^/]+$`, assignment.after.scope)
}

# METADATA
# title: Container registries must know their users
# description: >-
#   What a registry hands out runs in production; who pushes with a shared password is nobody.
# custom:
#   severity: medium
#   remediation: 'set `admin_enabled` and `anonymous_pull_enabled` to false, and assign `AcrPull` and `AcrPush`'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_container_registry.main", "mode": "managed", "type": "azurerm_container_registry", "name": "main",
#         "change": {"actions": ["create"], "after": {"admin_enabled": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_container_registry.main", "mode": "managed", "type": "azurerm_container_registry", "name": "main",
#         "change": {"actions": ["create"], "after": {"admin_enabled": true}, "after_unknown": {}}
#       }]}
deny_registry contains terraform.finding(registry, ["admin_enabled"], "has an administrator with a shared password") if {
	some registry in terraform.changes_by_type.azurerm_container_registry
	terraform.is_on(registry, ["admin_enabled"])
}

deny_registry contains terraform.finding(registry, ["anonymous_pull_enabled"], "gives its images to everyone") if {
	some registry in terraform.changes_by_type.azurerm_container_registry
	terraform.is_on(registry, ["anonymous_pull_enabled"])
}
