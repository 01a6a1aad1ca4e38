# METADATA
# title: Terraform resources that belong to others
# description: >-
#   What protects a bucket or a network is often a resource of its own that names it. Where the name is known it
#   decides; where it is not, the references of the configuration do.
package attest.lib.terraform_links

import data.attest.lib.terraform
import data.attest.lib.terraform_modules as modules

# The attribute by which each type names its owner, and the owner's type where there is but one.
owners := {
	"aws_flow_log": {"field": "vpc_id", "prefix": "aws_vpc."},
	"aws_s3_bucket_acl": {"field": "bucket", "prefix": "aws_s3_bucket."},
	"aws_s3_bucket_logging": {"field": "bucket", "prefix": "aws_s3_bucket."},
	"aws_s3_bucket_policy": {"field": "bucket", "prefix": "aws_s3_bucket."},
	"aws_s3_bucket_public_access_block": {"field": "bucket", "prefix": "aws_s3_bucket."},
	"aws_s3_bucket_versioning": {"field": "bucket", "prefix": "aws_s3_bucket."},
	"azurerm_monitor_diagnostic_setting": {"field": "target_resource_id", "prefix": ""},
	"azurerm_storage_account_network_rules": {"field": "storage_account_id", "prefix": "azurerm_storage_account."},
}

# METADATA
# description: The resources of a type that belong to a change, or to the same owner as it does.
belongings(change, type) := [terraform.kept_by_type[type][i] |
	some i in {i |
		some name in names(change)
		some i in links[type][name]
	}
]

# METADATA
# description: >-
#   Whether a resource of a type belongs to a change, or to the same owner, or may: what a variable, a local
#   value or an output of a module names is not told in a plan.
may_have(change, type) if count(belongings(change, type)) > 0

may_have(change, type) if is_unresolved(change, type)

# METADATA
# description: Whether it cannot be told which resources of a type belong to a change.
is_unresolved(_, type) if links[type].unresolved

is_unresolved(change, _) if "unresolved" in names(change)

# By type, then by the owner's name: where the resource stands among those of its type. Taken as a whole, so that
# asking for one name does not walk over all of them.
links[type] := {name: indexes | some name, indexes in links_of[type]} if some type, _ in owners

links_of[type][name] contains i if {
	some type, _ in owners
	some i, owned in terraform.kept_by_type[type]
	some name in owner_names(owned)
}

names(change) := own_names(change) if not owners[change.resource.type]

# Instances of two resources belong together by their index; `[*]` only says that there are several.
names(change) := {name |
	some name in owner_names(change)
	not endswith(name, "[*]")
} | {name |
	some owner in owner_names(change)
	some i in buckets_by_name[owner]
	some name in own_names(terraform.kept_by_type.aws_s3_bucket[i])
} if {
	owners[change.resource.type]
}

buckets_by_name := {name: indexes | some name, indexes in buckets_of}

buckets_of[name] contains i if {
	some i, bucket in terraform.kept_by_type.aws_s3_bucket
	some name in own_names(bucket)
}

own_names(change) := {name |
	some field in ["id", "bucket", "arn"]
	name := change.after[field]
	is_string(name)
} | instance_names(change.resource)

instance_names(resource) := {resource.address, without_index(resource.address, resource.index)}

instance_names(resource) := {resource.address, concat("", [resource.address, "[*]"])} if not has_index(resource)

owner_names(owned) := {owner_name(owned)}

owner_names(owned) := referred(owned) if {
	not owner_name(owned)
	count(referred(owned)) > 0
}

owner_names(owned) := {"unresolved"} if {
	not owner_name(owned)
	count(referred(owned)) == 0
}

owner_name(owned) := name if {
	name := owned.after[owners[owned.resource.type].field]
	is_string(name)
}

# The addresses that the configuration refers to. One that names an instance is taken at its word; else the
# instances of both belong together by their index.
referred(owned) := {name |
	some reference in references(owned)
	endswith(reference, "]")
	name := concat("", [module_prefix(owned.resource), reference])
} | {name |
	some reference in references(owned)
	not endswith(reference, "]")
	not named_instance(owned, reference)
	address := concat("", [module_prefix(owned.resource), reference])
	some suffix in index_suffixes(owned.resource)
	name := concat("", [address, suffix])
}

named_instance(owned, reference) if {
	some other in references(owned)
	startswith(other, concat("", [reference, "["]))
}

references(owned) := {reference |
	owner := owners[owned.resource.type]
	resource := modules.configured(owned)
	some list in [
		object.get(resource, ["expressions", owner.field, "references"], []),
		object.get(resource, ["for_each_expression", "references"], []),
	]
	some reference in list
	startswith(reference, owner.prefix)
	regex.match(`^[a-z0-9]+_[a-z0-9_]*\.[^.\[]+(\[("([^"\\]|\\.)*"|[0-9]+)\])?$`, reference)
}

index_suffixes(resource) := {sprintf("[%s]", [json.marshal(resource.index)]), "[*]"}

index_suffixes(resource) := {""} if not has_index(resource)

has_index(resource) if _ := resource.index

without_index(address, index) := trim_suffix(address, sprintf("[%s]", [json.marshal(index)]))

module_prefix(resource) := "" if object.get(resource, "module_address", "") == ""

module_prefix(resource) := concat("", [resource.module_address, "."])
