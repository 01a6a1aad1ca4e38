# METADATA
# title: Terraform plans
# description: What a plan is about to create or change, each with its path in the plan.
package attest.lib.terraform

changes contains found if {
	some i, change in input.resource_changes
	change.mode != "data"
	some action in change.change.actions
	action in {"create", "update"}
	found := {
		"address": change.address,
		"type": change.type,
		"after": change.change.after,
		"unknown": object.get(change.change, "after_unknown", {}),
		"path": ["resource_changes", i, "change", "after"],
	}
}

# METADATA
# description: Whether a value is only known once the plan is applied.
is_unknown(change, field) if change.unknown[field] == true
