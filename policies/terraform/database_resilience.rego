# METADATA
# title: Databases must survive mistakes
# description: >-
#   Databases are lost by a wrong command, a wrong plan or an intruder far more often than by a broken disk.
package attest.terraform.database_resilience

import data.attest.lib.terraform

retention := {
	"aws_db_instance": "backup_retention_period",
	"aws_docdb_cluster": "backup_retention_period",
	"aws_neptune_cluster": "backup_retention_period",
	"aws_rds_cluster": "backup_retention_period",
	"aws_redshift_cluster": "automated_snapshot_retention_period",
}

# METADATA
# title: Databases must keep backups
# description: >-
#   Without backups the last state of the data is the only one.
# custom:
#   severity: high
#   remediation: set the retention period to 7 days or more
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"backup_retention_period": 7}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"backup_retention_period": 0}, "after_unknown": {}}
#       }]}
deny_backups contains terraform.finding(database, [field], "keeps no backups") if {
	some type, field in retention
	some database in terraform.changes_by_type[type]
	database.after[field] == 0
	terraform.is_unset(database, ["replicate_source_db"])
}

protection := {
	"aws_db_instance": "deletion_protection",
	"aws_docdb_cluster": "deletion_protection",
	"aws_dynamodb_table": "deletion_protection_enabled",
	"aws_neptune_cluster": "deletion_protection",
	"aws_rds_cluster": "deletion_protection",
}

# METADATA
# title: Databases should be protected from deletion
# description: >-
#   A plan that replaces a database by mistake deletes it first.
# custom:
#   severity: low
#   remediation: 'set `deletion_protection = true` (or `deletion_protection_enabled`)'
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"deletion_protection": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"deletion_protection": false}, "after_unknown": {}}
#       }]}
warn_deletion_protection contains terraform.finding(database, [field], "can be deleted by one command") if {
	some type, field in protection
	some database in terraform.changes_by_type[type]
	terraform.is_off(database, [field])
}

# METADATA
# title: Tables should be restorable to a point in time
# description: >-
#   A program that overwrites items has done so before anyone looks.
# custom:
#   severity: low
#   remediation: 'set `enabled = true` in `point_in_time_recovery`'
#   controls:
#     SOC2: ["A1.2"]
#     HIPAA: ["164.308(a)(7)(ii)(A)"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_dynamodb_table.main", "mode": "managed", "type": "aws_dynamodb_table", "name": "main",
#         "change": {"actions": ["create"], "after": {"point_in_time_recovery": [{"enabled": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_dynamodb_table.main", "mode": "managed", "type": "aws_dynamodb_table", "name": "main",
#         "change": {"actions": ["create"], "after": {"point_in_time_recovery": [{"enabled": false}]}, "after_unknown": {}}
#       }]}
warn_point_in_time contains terraform.finding(table, ["point_in_time_recovery", 0, "enabled"], "cannot be restored to a point in time") if {
	some table in terraform.changes_by_type.aws_dynamodb_table
	terraform.is_off(table, ["point_in_time_recovery", 0, "enabled"])
}

warn_point_in_time contains terraform.finding(table, [], "cannot be restored to a point in time") if {
	some table in terraform.changes_by_type.aws_dynamodb_table
	terraform.is_left_out(table, "point_in_time_recovery")
}

# METADATA
# title: Databases must take minor updates
# description: >-
#   Minor versions close security holes; nobody installs them by hand in time.
# custom:
#   severity: medium
#   remediation: 'leave `auto_minor_version_upgrade` at true'
#   controls:
#     CIS-AWS-3.0: ["2.3.2"]
#     PCI-DSS-4.0: ["6.3.3"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"auto_minor_version_upgrade": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"auto_minor_version_upgrade": false}, "after_unknown": {}}
#       }]}
deny_minor_upgrades contains terraform.finding(database, ["auto_minor_version_upgrade"], "does not take security updates by itself") if {
	some type in ["aws_db_instance", "aws_rds_cluster_instance"]
	some database in terraform.changes_by_type[type]
	terraform.is_false(database, ["auto_minor_version_upgrade"])
}
