# METADATA
# title: Terraform fixtures
# description: Small plans and states for the tests of policies.
package attest.lib.terraform_fixtures_test

plan(resources) := {"format_version": "1.2", "resource_changes": resources}

creates(type, after) := creates_unknown(type, after, {})

creates_unknown(type, after, unknown) := plan([change(type, "main", ["create"], after, unknown)])

deletes(type, before) := plan([object.union(
	change(type, "main", ["delete"], {}, {}),
	{"change": {"before": before, "after": null}},
)])

# A data source that is read while the plan is applied.
reads(type, after) := plan([object.union(
	change(type, "main", ["read"], after, {}),
	{"mode": "data", "address": concat("", ["data.", type, ".main"])},
)])

change(type, name, actions, after, unknown) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"change": {"actions": actions, "after": after, "after_unknown": unknown},
}

created(type, name, after) := change(type, name, ["create"], after, {})

# One instance of a resource with count or for_each.
instance(type, name, index, after, unknown) := object.union(change(type, name, ["create"], after, unknown), {
	"address": sprintf("%s.%s[%s]", [type, name, json.marshal(index)]),
	"index": index,
})

# What the configuration says of a resource: the references of some of its expressions.
configured(type, name, expressions) := {
	"address": concat(".", [type, name]),
	"mode": "managed",
	"type": type,
	"name": name,
	"expressions": expressions,
}

with_configuration(document, resources) := object.union(document, {"configuration": {"root_module": {"resources": resources}}})

state(type, values) := {"format_version": "1.0", "values": {"root_module": {"resources": [stated(type, values)]}}}

stated(type, values) := {"address": concat("", [type, ".main"]), "mode": "managed", "type": type, "name": "main", "values": values}

# The path of an attribute of the first change.
at(path) := array.concat(["resource_changes", 0, "change", "after"], path)

messages(results) := {result.message | some result in results}

paths(results) := {result.path | some result in results}
