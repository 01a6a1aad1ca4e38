# METADATA
# title: Storage must be encrypted
# description: >-
#   Without encryption at rest, a copied disk, snapshot or backup is readable by whoever holds it.
package attest.terraform.unencrypted_storage

import data.attest.lib.terraform

# The attribute that encrypts each type, where leaving it out means no.
switches := {
	"aws_dax_cluster": ["server_side_encryption", 0, "enabled"],
	"aws_db_instance": ["storage_encrypted"],
	"aws_docdb_cluster": ["storage_encrypted"],
	"aws_ebs_volume": ["encrypted"],
	"aws_efs_file_system": ["encrypted"],
	"aws_elasticache_replication_group": ["at_rest_encryption_enabled"],
	"aws_elasticsearch_domain": ["encrypt_at_rest", 0, "enabled"],
	"aws_neptune_cluster": ["storage_encrypted"],
	"aws_opensearch_domain": ["encrypt_at_rest", 0, "enabled"],
	"aws_rds_cluster": ["storage_encrypted"],
	"aws_workspaces_workspace": ["root_volume_encryption_enabled"],
}

# A replica, and what is restored from a snapshot, is encrypted as its source is; Aurora Serverless always is.
inherits(change) if {
	some field in ["replicate_source_db", "snapshot_identifier", "replication_source_identifier", "global_cluster_identifier"]
	not terraform.is_absent(change, field)
}

inherits(change) if terraform.value(change, ["engine_mode"]) == "serverless"

# METADATA
# title: Databases, volumes, file systems and caches must be encrypted
# description: >-
#   Whoever gets hold of a volume, a snapshot or a backup that is not encrypted reads it.
# custom:
#   severity: high
#   remediation: set the attribute to true; most services encrypt only when a resource is created, so that its data must be copied to a new one
#   controls:
#     CIS-AWS-3.0: ["2.2.1", "2.3.1", "2.4.1"]
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(a)(2)(iv)"]
#     PCI-DSS-4.0: ["3.5.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"storage_encrypted": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"storage_encrypted": false}, "after_unknown": {}}
#       }]}
deny_service contains terraform.finding(change, path, "is not encrypted at rest") if {
	some type, path in switches
	some change in terraform.changes_by_type[type]
	terraform.is_off(change, path)
	not inherits(change)
}

deny_service contains terraform.finding(change, path, sprintf("is not encrypted at rest: `%s` is left out", [path[0]])) if {
	some type, path in switches
	some change in terraform.changes_by_type[type]
	terraform.is_left_out(change, path[0])
	not inherits(change)
	terraform.is_absent(change, "snapshot_id")
}

# Redshift encrypts by itself; only who says no is told.
deny_service contains terraform.finding(cluster, ["encrypted"], "is not encrypted at rest") if {
	some cluster in terraform.changes_by_type.aws_redshift_cluster
	terraform.is_false(cluster, ["encrypted"])
	not terraform.is_unsaid(cluster, "encrypted")
	not inherits(cluster)
}

# METADATA
# title: Disks of instances must be encrypted
# description: >-
#   A snapshot of a disk that is not encrypted can be read by every account that it is shared with.
# custom:
#   severity: high
#   remediation: 'set `encrypted = true` on the block device, or turn encryption by default on for the account'
#   controls:
#     CIS-AWS-3.0: ["2.2.1"]
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(a)(2)(iv)"]
#     PCI-DSS-4.0: ["3.5.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"root_block_device": [{"encrypted": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"root_block_device": [{"encrypted": false}]}, "after_unknown": {}}
#       }]}
deny_instance_disk contains terraform.finding(change, [field, i, "encrypted"], "has a disk that is not encrypted") if {
	some type in ["aws_instance", "aws_launch_configuration", "aws_spot_instance_request"]
	some change in terraform.changes_by_type[type]
	some field in ["root_block_device", "ebs_block_device"]
	some i, _ in change.after[field]
	terraform.is_off(change, [field, i, "encrypted"])
}

deny_instance_disk contains terraform.finding(change, path, "has a disk that is not encrypted") if {
	some change in terraform.changes_by_type.aws_launch_template
	some i, device in change.after.block_device_mappings
	some j, _ in device.ebs
	path := ["block_device_mappings", i, "ebs", j, "encrypted"]
	terraform.is_off(change, path)
	terraform.is_unset(change, array.concat(array.slice(path, 0, 4), ["snapshot_id"]))
}
