# METADATA
# title: Cloud SQL must be closed and kept
# description: >-
#   A database on the internet is one guessed password or one flaw away from strangers.
package attest.terraform.gcp_sql

import data.attest.lib.terraform

# METADATA
# title: Cloud SQL must not let every address in
# description: >-
#   A list of networks with all addresses is no list.
# custom:
#   severity: critical
#   remediation: list single addresses, or use the private address and the Auth Proxy
#   controls:
#     CIS-GCP-3.0: ["6.5"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"ip_configuration": [{"authorized_networks": [{"value": "198.51.100.0/24"}]}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"ip_configuration": [{"authorized_networks": [{"value": "0.0.0.0/0"}]}]}]}, "after_unknown": {}}
#       }]}
deny_networks contains terraform.finding(database, path, "lets every address in") if {
	some database in terraform.changes_by_type.google_sql_database_instance
	some i, network in terraform.value(database, ["settings", 0, "ip_configuration", 0, "authorized_networks"])
	network.value in {"0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0"}
	path := ["settings", 0, "ip_configuration", 0, "authorized_networks", i, "value"]
}

# METADATA
# title: Cloud SQL must take only TLS
# description: >-
#   Passwords and rows go over the network in plain text otherwise.
# custom:
#   severity: high
#   remediation: 'set `ssl_mode = "ENCRYPTED_ONLY"` or stricter'
#   controls:
#     CIS-GCP-3.0: ["6.4"]
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"ip_configuration": [{"ssl_mode": "ENCRYPTED_ONLY"}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"ip_configuration": [{"ssl_mode": "ALLOW_UNENCRYPTED_AND_ENCRYPTED"}]}]}, "after_unknown": {}}
#       }]}
deny_plain contains terraform.finding(database, array.concat(connection, ["ssl_mode"]), "takes connections without TLS") if {
	some database in terraform.changes_by_type.google_sql_database_instance
	count(terraform.value(database, connection)) > 0
	terraform.value(database, connection)
	not terraform.is_unknown(database, array.concat(connection, ["ssl_mode"]))
	terraform.value(database, array.concat(connection, ["ssl_mode"])) in {null, "", "ALLOW_UNENCRYPTED_AND_ENCRYPTED"}
	terraform.is_off(database, array.concat(connection, ["require_ssl"]))
}

connection := ["settings", 0, "ip_configuration", 0]

# METADATA
# title: Cloud SQL should have no public address
# description: >-
#   With a private address alone, no mistake in the list of networks opens the database.
# custom:
#   severity: medium
#   remediation: 'set `ipv4_enabled = false` and a `private_network`'
#   controls:
#     CIS-GCP-3.0: ["6.6"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"ip_configuration": [{"ipv4_enabled": false, "private_network": "net"}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"ip_configuration": [{"ipv4_enabled": true}]}]}, "after_unknown": {}}
#       }]}
warn_public_address contains terraform.finding(database, path, "has a public address") if {
	some database in terraform.changes_by_type.google_sql_database_instance
	path := ["settings", 0, "ip_configuration", 0, "ipv4_enabled"]
	terraform.is_on(database, path)
}

# METADATA
# title: Cloud SQL must keep backups
# description: >-
#   Without backups the last state of the data is the only one.
# custom:
#   severity: high
#   remediation: 'set `enabled = true` in `backup_configuration`'
#   controls:
#     CIS-GCP-3.0: ["6.7"]
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"backup_configuration": [{"enabled": true}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"settings": [{"backup_configuration": [{"enabled": false}]}]}, "after_unknown": {}}
#       }]}
deny_backups contains terraform.finding(database, ["settings", 0, "backup_configuration", 0, "enabled"], "keeps no backups") if {
	some database in terraform.changes_by_type.google_sql_database_instance
	count(object.get(database.after, "settings", [])) > 0
	terraform.is_off(database, ["settings", 0, "backup_configuration", 0, "enabled"])
	terraform.is_unset(database, ["master_instance_name"])
}

# METADATA
# title: Databases and clusters should be protected from deletion
# description: >-
#   A plan that replaces a database by mistake deletes it first.
# custom:
#   severity: low
#   remediation: 'leave `deletion_protection` at true'
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"deletion_protection": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_sql_database_instance.main", "mode": "managed", "type": "google_sql_database_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"deletion_protection": false}, "after_unknown": {}}
#       }]}
warn_deletion_protection contains terraform.finding(change, ["deletion_protection"], "can be deleted by one plan") if {
	some type in ["google_sql_database_instance", "google_container_cluster", "google_bigquery_table", "google_spanner_database"]
	some change in terraform.changes_by_type[type]
	terraform.is_false(change, ["deletion_protection"])
}
