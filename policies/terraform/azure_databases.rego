# METADATA
# title: Azure databases must be closed
# description: >-
#   A database on the internet is one guessed password or one flaw away from strangers.
package attest.terraform.azure_databases

import data.attest.lib.terraform

types := [
	"azurerm_cosmosdb_account",
	"azurerm_mariadb_server",
	"azurerm_mssql_server",
	"azurerm_mysql_flexible_server",
	"azurerm_mysql_server",
	"azurerm_postgresql_flexible_server",
	"azurerm_postgresql_server",
	"azurerm_redis_cache",
]

# METADATA
# title: Databases must not be reachable from the internet
# description: >-
#   Only the firewall and the password then stand between the data and the world.
# custom:
#   severity: high
#   remediation: 'set `public_network_access_enabled = false`, and use a private endpoint'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_server.main", "mode": "managed", "type": "azurerm_mssql_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"public_network_access_enabled": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_server.main", "mode": "managed", "type": "azurerm_mssql_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"public_network_access_enabled": true}, "after_unknown": {}}
#       }]}
deny_public contains terraform.finding(server, ["public_network_access_enabled"], "is reachable from the internet") if {
	some type in types
	some server in terraform.changes_by_type[type]
	terraform.is_on(server, ["public_network_access_enabled"])
	terraform.is_unset(server, ["delegated_subnet_id"])
}

firewalls := [
	"azurerm_mariadb_firewall_rule",
	"azurerm_mssql_firewall_rule",
	"azurerm_mysql_firewall_rule",
	"azurerm_mysql_flexible_server_firewall_rule",
	"azurerm_postgresql_firewall_rule",
	"azurerm_postgresql_flexible_server_firewall_rule",
	"azurerm_redis_firewall_rule",
	"azurerm_sql_firewall_rule",
]

# From 0.0.0.0 to 0.0.0.0 means all of Azure, other customers' machines among it.

# METADATA
# title: Firewalls of databases must not let everyone in
# description: >-
#   A firewall rule over all addresses is none.
# custom:
#   severity: critical
#   remediation: list single addresses, or use a private endpoint
#   controls:
#     CIS-Azure-2.1: ["4.1.2"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_firewall_rule.main", "mode": "managed", "type": "azurerm_mssql_firewall_rule", "name": "main",
#         "change": {"actions": ["create"], "after": {"start_ip_address": "198.51.100.7", "end_ip_address": "198.51.100.7"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_firewall_rule.main", "mode": "managed", "type": "azurerm_mssql_firewall_rule", "name": "main",
#         "change": {"actions": ["create"], "after": {"start_ip_address": "0.0.0.0", "end_ip_address": "255.255.255.255"}, "after_unknown": {}}
#       }]}
deny_firewall contains terraform.finding(rule, ["end_ip_address"], sprintf("lets %s in", [who])) if {
	some type in firewalls
	some rule in terraform.changes_by_type[type]
	rule.after.start_ip_address == "0.0.0.0"
	who := {"255.255.255.255": "the whole internet", "0.0.0.0": "the machines of every customer of Azure"}[rule.after.end_ip_address]
}

# METADATA
# title: Databases must take only TLS
# description: >-
#   Passwords and rows go over the network in plain text otherwise.
# custom:
#   severity: high
#   remediation: 'set `ssl_enforcement_enabled = true`; for flexible servers leave `require_secure_transport` on'
#   controls:
#     CIS-Azure-2.1: ["4.3.1", "4.4.1"]
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_postgresql_server.main", "mode": "managed", "type": "azurerm_postgresql_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"ssl_enforcement_enabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_postgresql_server.main", "mode": "managed", "type": "azurerm_postgresql_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"ssl_enforcement_enabled": false}, "after_unknown": {}}
#       }]}
deny_plain contains terraform.finding(server, ["ssl_enforcement_enabled"], "takes connections without TLS") if {
	some type in ["azurerm_mariadb_server", "azurerm_mysql_server", "azurerm_postgresql_server"]
	some server in terraform.changes_by_type[type]
	terraform.is_false(server, ["ssl_enforcement_enabled"])
}

deny_plain contains terraform.finding(setting, ["value"], "lets clients connect without TLS") if {
	some type in ["azurerm_mysql_flexible_server_configuration", "azurerm_postgresql_flexible_server_configuration"]
	some setting in terraform.changes_by_type[type]
	setting.after.name == "require_secure_transport"
	lower(setting.after.value) == "off"
}

deny_plain contains terraform.finding(cache, [field], "takes connections without TLS") if {
	some cache in terraform.changes_by_type.azurerm_redis_cache
	some field in ["non_ssl_port_enabled", "enable_non_ssl_port"]
	terraform.is_on(cache, [field])
}

versions := {
	"azurerm_mssql_server": "minimum_tls_version",
	"azurerm_mysql_server": "ssl_minimal_tls_version_enforced",
	"azurerm_postgresql_server": "ssl_minimal_tls_version_enforced",
	"azurerm_redis_cache": "minimum_tls_version",
}

# METADATA
# title: Databases must ask for TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses and are forbidden by most standards.
# custom:
#   severity: medium
#   remediation: set the minimum version to 1.2
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_server.main", "mode": "managed", "type": "azurerm_mssql_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"minimum_tls_version": "1.2"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_server.main", "mode": "managed", "type": "azurerm_mssql_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"minimum_tls_version": "1.0"}, "after_unknown": {}}
#       }]}
deny_old_tls contains terraform.finding(server, [field], sprintf("takes old versions of TLS: the minimum is `%s`", [server.after[field]])) if {
	some type, field in versions
	some server in terraform.changes_by_type[type]
	server.after[field] in {"1.0", "1.1", "TLS1_0", "TLS1_1", "Disabled", "TLSEnforcementDisabled"}
}

# METADATA
# title: Audit logs of databases should be kept for 90 days
# description: >-
#   Most break-ins are noticed weeks after they happened.
# custom:
#   severity: low
#   remediation: 'leave `log_monitoring_enabled` and `enabled` on, and keep the log for 90 days or more'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_server_extended_auditing_policy.main", "mode": "managed", "type": "azurerm_mssql_server_extended_auditing_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"retention_in_days": 365}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_mssql_server_extended_auditing_policy.main", "mode": "managed", "type": "azurerm_mssql_server_extended_auditing_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"retention_in_days": 30}, "after_unknown": {}}
#       }]}
warn_audit contains terraform.finding(policy, ["retention_in_days"], sprintf("keeps the audit log for %d days only", [policy.after.retention_in_days])) if {
	some type in ["azurerm_mssql_server_extended_auditing_policy", "azurerm_mssql_database_extended_auditing_policy"]
	some policy in terraform.changes_by_type[type]
	policy.after.retention_in_days > 0
	policy.after.retention_in_days < 90
}

warn_audit contains terraform.finding(policy, ["enabled"], "switches the audit log off") if {
	some type in ["azurerm_mssql_server_extended_auditing_policy", "azurerm_mssql_database_extended_auditing_policy"]
	some policy in terraform.changes_by_type[type]
	terraform.is_false(policy, ["enabled"])
}
