package attest.lib.terraform_test

import data.attest.lib.terraform
import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.lib.terraform_links as links
import data.attest.lib.terraform_modules as modules

addresses(changes) := [change.address | some change in changes]

bucket(name, actions) := fixtures.change("aws_s3_bucket", name, actions, {"bucket": name}, {})

test_only_what_is_created_or_updated_changes if {
	document := fixtures.plan([
		bucket("a", ["create"]),
		bucket("b", ["update"]),
		bucket("c", ["delete", "create"]),
		bucket("d", ["create", "delete"]),
		bucket("e", ["no-op"]),
		fixtures.deletes("aws_s3_bucket", {"bucket": "f"}).resource_changes[0],
		fixtures.reads("aws_s3_bucket", {"bucket": "g"}).resource_changes[0],
	])
	found := terraform.changes_by_type.aws_s3_bucket with input as document
	addresses(found) == ["aws_s3_bucket.a", "aws_s3_bucket.b", "aws_s3_bucket.c", "aws_s3_bucket.d"]
	kept := terraform.kept_by_type.aws_s3_bucket with input as document
	count(kept) == 5
	reads := terraform.reads_by_type.aws_s3_bucket with input as document
	addresses(reads) == ["data.aws_s3_bucket.main"]
}

test_modules_of_a_state if {
	module := {"address": "module.a", "resources": [fixtures.stated("aws_s3_bucket", {"bucket": "b"})]}
	found := terraform.changes_by_type.aws_s3_bucket with input as {"format_version": "1.0", "values": {"root_module": {"child_modules": [{"child_modules": [{"child_modules": [module]}]}]}}}
	[change.path | some change in found] == [["values", "root_module", "child_modules", 0, "child_modules", 0, "child_modules", 0, "resources", 0, "values"]]
	terraform.value(found[0], ["bucket"]) == "b"
}

test_data_of_a_state_is_not_judged if {
	data_source := object.union(fixtures.stated("aws_s3_bucket", {}), {"mode": "data"})
	found := terraform.changes_by_type with input as {"values": {"root_module": {"resources": [data_source]}}}
	count(found) == 0
}

test_path_leads_to_the_deepest_node_there_is if {
	change := {"address": "a.b", "after": {"list": [{"set": null}]}, "path": ["p"]}
	terraform.finding(change, ["list", 0, "set"], "x").path == ["p", "list", 0, "set"]
	terraform.finding(change, ["list", 0, "other", "deep"], "x").path == ["p", "list", 0]
	terraform.finding(change, ["list", 1, "set"], "x").path == ["p", "list"]
	terraform.finding(change, ["gone"], "x").path == ["p"]
	terraform.finding(change, [], "x") == {"message": "`a.b` x", "path": ["p"]}
}

test_unknown_values_are_not_off if {
	change := {"after": {"off": false, "block": [{}]}, "unknown": {"later": true, "whole": true, "block": [{"later": true}]}}
	terraform.is_off(change, ["off"])
	terraform.is_off(change, ["missing"])
	terraform.is_off(change, ["block", 0, "missing"])
	not terraform.is_off(change, ["later"])
	not terraform.is_off(change, ["block", 0, "later"])
	not terraform.is_off(change, ["whole", 0, "part"])
}

test_configuration_of_a_resource_in_modules if {
	document := {"configuration": {"root_module": {"module_calls": {"net": {"module": {"module_calls": {"sub": {"module": {"resources": [fixtures.configured("aws_vpc", "main", {})]}}}}}}}}}
	resource := {"type": "aws_vpc", "name": "main", "module_address": "module.net[\"a.b[0]\"].module.sub[3]", "index": 2}
	found := modules.configured({"resource": resource}) with input as document
	found.address == "aws_vpc.main"
}

in_module(change, module) := object.union(change, {"module_address": module, "address": concat(".", [module, change.address])})

test_belongings_stay_in_their_instance_of_a_module if {
	reference := {"bucket": {"references": ["aws_s3_bucket.main.id", "aws_s3_bucket.main"]}}
	document := {
		"resource_changes": [
			in_module(bucket("main", ["create"]), "module.site[0]"),
			in_module(bucket("main", ["create"]), "module.site[1]"),
			in_module(fixtures.change("aws_s3_bucket_versioning", "main", ["create"], {}, {"bucket": true}), "module.site[1]"),
		],
		"configuration": {"root_module": {"module_calls": {"site": {"module": {"resources": [fixtures.configured("aws_s3_bucket_versioning", "main", reference)]}}}}},
	}
	buckets := terraform.changes_by_type.aws_s3_bucket with input as document
	not links.may_have(buckets[0], "aws_s3_bucket_versioning") with input as document
	links.may_have(buckets[1], "aws_s3_bucket_versioning") with input as document
}
