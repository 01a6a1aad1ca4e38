# METADATA
# title: Databases must not be public
# description: >-
#   A database with a public address is one guessed password or one flaw away from strangers.
# custom:
#   severity: critical
#   remediation: 'set `publicly_accessible = false`, and reach the database from within the VPC'
#   controls:
#     CIS-AWS-3.0: ["2.3.3"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"publicly_accessible": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"publicly_accessible": true}, "after_unknown": {}}
#       }]}
package attest.terraform.public_database

import data.attest.lib.terraform

types := [
	"aws_db_instance",
	"aws_dms_replication_instance",
	"aws_docdb_cluster_instance",
	"aws_mq_broker",
	"aws_neptune_cluster_instance",
	"aws_rds_cluster_instance",
	"aws_redshift_cluster",
	"aws_redshiftserverless_workgroup",
]

deny contains terraform.finding(database, ["publicly_accessible"], "is reachable from the internet") if {
	some type in types
	some database in terraform.changes_by_type[type]
	terraform.is_on(database, ["publicly_accessible"])
}
