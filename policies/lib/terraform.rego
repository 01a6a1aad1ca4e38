# METADATA
# title: Terraform plans and states
# description: >-
#   What a plan is about to create or change, and what a state holds, each with its path in the input.
#   A change is an object: `address`, `after` (its attributes), `unknown` (those known only once the plan
#   is applied), `path` (where `after` stands in the input), `resource` (as the input tells it).
package attest.lib.terraform

import data.attest.lib.terraform_modules as modules

# METADATA
# description: >-
#   The resources that are created or updated, by type; in a state, all of them. A rule begins here,
#   so that each reads only the types that it judges.
changes_by_type[type] := changes if {
	some type, indexes in plan_indexes
	changes := [planned(i, resource) |
		some i in indexes
		resource := input.resource_changes[i]
		not resource.mode == "data"
		some action in resource.change.actions
		action in {"create", "update"}
	]
}

changes_by_type[type] := changes if some type, changes in state_by_type

# METADATA
# description: The resources that will be there once the plan is applied, changed or not, by type.
kept_by_type[type] := kept if {
	some type, indexes in plan_indexes
	kept := [planned(i, resource) |
		some i in indexes
		resource := input.resource_changes[i]
		not resource.mode == "data"
		is_object(resource.change.after)
	]
}

kept_by_type[type] := kept if some type, kept in state_by_type

# METADATA
# description: >-
#   Data sources that are read while the plan is applied, by type: they refer to what is not known yet.
reads_by_type[type] := reads if {
	some type, indexes in plan_indexes
	reads := [planned(i, resource) |
		some i in indexes
		resource := input.resource_changes[i]
		resource.mode == "data"
		is_object(resource.change.after)
	]
}

# METADATA
# description: The types that there are.
types := object.keys(plan_indexes) | object.keys(state_indexes)

# INVARIANT: the only walk over all changes; everything else asks for the types that it needs.
indexes_of[resource.type] contains i if some i, resource in input.resource_changes

# Taken as a whole, so that asking for one type does not walk over all changes again.
plan_indexes := {type: indexes | some type, indexes in indexes_of}

planned(i, resource) := {
	"address": resource.address,
	"after": resource.change.after,
	"unknown": object.get(resource.change, "after_unknown", {}),
	"path": ["resource_changes", i, "change", "after"],
	"resource": resource,
}

state_by_type[type] := changes if {
	some type, places in state_indexes
	changes := [change |
		some [m, i] in places
		module := modules.state_modules[m]
		resource := module.module.resources[i]
		change := {
			"address": resource.address,
			"after": resource.values,
			"unknown": {},
			"path": array.concat(module.path, ["resources", i, "values"]),
			"resource": resource,
		}
	]
}

state_indexes := {type: places | some type, places in places_of}

places_of[resource.type] contains [m, i] if {
	some m, module in modules.state_modules
	some i, resource in module.module.resources
	not resource.mode == "data"
}

# METADATA
# description: Whether an attribute, or a block that holds it, is only known once the plan is applied.
is_unknown(change, path) if change.unknown[path[0]] == true

is_unknown(change, path) if {
	some length in numbers.range(2, count(path))
	object.get(change.unknown, array.slice(path, 0, length), false) == true
}

# METADATA
# description: An attribute as the plan knows it; null when it has no value, or none yet.
value(change, path) := object.get(change.after, path, null)

# METADATA
# description: Whether an attribute is true, be it as a text.
is_on(change, path) if value(change, path) in {true, "true"}

# METADATA
# description: Whether an attribute is known to be false or left out.
is_off(change, path) if {
	not is_on(change, path)
	not is_unknown(change, path)
}

# METADATA
# description: Whether an attribute is set to false, and not merely left out.
is_false(change, path) if value(change, path) in {false, "false"}

# METADATA
# description: Whether an attribute or block is known to have no value.
is_unset(change, path) if {
	value(change, path) in {null, "", [], {}}
	not is_unknown(change, path)
}

# METADATA
# description: >-
#   Whether the configuration leaves an attribute or block to the provider, which the plan then calls
#   unknown although nobody computes it.
is_left_out(change, name) if {
	change.unknown[name] == true
	is_unsaid(change, name)
}

# METADATA
# description: Whether the configuration says nothing of an attribute or block; never where it is not at hand.
is_unsaid(change, name) if {
	expressions := object.get(modules.configured(change), "expressions", {})
	not expressions[name]
}

# METADATA
# description: The same of an attribute of a block.
is_left_out_of(change, block, i, name) if {
	change.unknown[block][i][name] == true
	blocks := modules.configured(change).expressions[block]
	is_array(blocks)
	not blocks[i][name]
}

# METADATA
# description: Whether an attribute or block has no value, or is left to the provider.
is_absent(change, name) if is_unset(change, [name])

is_absent(change, name) if is_left_out(change, name)

# METADATA
# description: >-
#   What a rule returns of a change: the message begins with the address, and the path leads to the
#   attribute, or to the deepest node that there is.
finding(change, path, claim) := {
	"message": sprintf("`%s` %s", [change.address, claim]),
	"path": array.concat(change.path, array.slice(path, 0, depth)),
} if {
	depth := max([length |
		some length in numbers.range(0, count(path))
		exists(change.after, array.slice(path, 0, length))
	])
}

exists(_, []) := true

exists(node, path) if {
	count(path) > 0
	object.get(node, path, "\u0000") != "\u0000"
}

# METADATA
# description: The items of an array, or the value itself where only one was written.
as_array(value) := value if is_array(value)

as_array(value) := [value] if not is_array(value)
