# METADATA
# title: Storage must be encrypted
# description: Without encryption at rest, a copied disk, snapshot or backup is readable.
# custom:
#   severity: high
#   fix: set `encrypted`, `storage_encrypted` or `at_rest_encryption_enabled` to true
package attest.terraform.unencrypted_storage

import data.attest.lib.terraform

# The field that encrypts each type.
fields := {
	"aws_db_instance": "storage_encrypted",
	"aws_docdb_cluster": "storage_encrypted",
	"aws_ebs_volume": "encrypted",
	"aws_efs_file_system": "encrypted",
	"aws_elasticache_replication_group": "at_rest_encryption_enabled",
	"aws_neptune_cluster": "storage_encrypted",
	"aws_rds_cluster": "storage_encrypted",
	"aws_redshift_cluster": "encrypted",
}

deny contains result if {
	some change in terraform.changes
	field := fields[change.type]
	not is_true(object.get(change.after, field, false))
	not terraform.is_unknown(change, field)
	result := {
		"message": sprintf("`%s` is not encrypted at rest", [change.address]),
		"path": array.concat(change.path, [field]),
	}
}

is_true(value) if value in {true, "true"}
