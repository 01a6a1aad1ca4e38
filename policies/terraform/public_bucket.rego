# METADATA
# title: Buckets must not be public
# description: Whoever finds the name of a public bucket reads what is in it.
# custom:
#   severity: critical
#   fix: remove the public ACL, and block public access
package attest.terraform.public_bucket

import data.attest.lib.terraform

deny contains result if {
	some change in terraform.changes
	change.type in {"aws_s3_bucket", "aws_s3_bucket_acl"}
	change.after.acl in {"public-read", "public-read-write", "website"}
	result := {
		"message": sprintf("`%s` is public: its ACL is `%s`", [change.address, change.after.acl]),
		"path": array.concat(change.path, ["acl"]),
	}
}

deny contains result if {
	some change in terraform.changes
	change.type == "aws_s3_bucket_public_access_block"
	some field in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
	object.get(change.after, field, false) == false
	not terraform.is_unknown(change, field)
	result := {
		"message": sprintf("`%s` does not set `%s`", [change.address, field]),
		"path": array.concat(change.path, [field]),
	}
}
