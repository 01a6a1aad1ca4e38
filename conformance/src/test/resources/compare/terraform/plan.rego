package terraform.plan

weights := {
	"aws_autoscaling_group": {"delete": 100, "create": 10, "modify": 1},
	"aws_instance": {"delete": 10, "create": 1, "modify": 1},
}

resources[type] contains change if {
	some change in input.resource_changes
	type := change.type
}

count_of[action][type] := count(found) if {
	some type in object.keys(weights)
	some action in ["create", "delete", "no-op"]
	found := [c | some c in resources[type]; action in c.change.actions]
}

score := sum([points |
	some type, by_action in weights
	points := (by_action["delete"] * count_of["delete"][type]) + (by_action.create * count_of.create[type])
])

authz if {
	score < 30
	not touches_iam
}

touches_iam if {
	some type, _ in resources
	startswith(type, "aws_iam")
}

untagged contains address if {
	some type
	change := resources[type][_]
	every tag in ["Owner", "Environment"] {
		not change.change.after.tags[tag]
	}
	address := change.address
}
