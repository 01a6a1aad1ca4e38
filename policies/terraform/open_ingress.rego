# METADATA
# title: Security groups must not be open to the world
# description: A port that every address may reach is found by scanners within minutes.
# custom:
#   severity: critical
#   fix: name the address ranges that need the port
package attest.terraform.open_ingress

import data.attest.lib.terraform

everyone := {"0.0.0.0/0", "::/0"}

deny contains result if {
	some change in terraform.changes
	change.type == "aws_security_group"
	some i, rule in change.after.ingress
	some field in ["cidr_blocks", "ipv6_cidr_blocks"]
	some j, range in rule[field]
	range in everyone
	not web(rule)
	result := {
		"message": sprintf("`%s` opens %s to `%s`", [change.address, ports(rule), range]),
		"path": array.concat(change.path, ["ingress", i, field, j]),
	}
}

deny contains result if {
	some change in terraform.changes
	change.type in {"aws_security_group_rule", "aws_vpc_security_group_ingress_rule"}
	object.get(change.after, "type", "ingress") == "ingress"
	some range in ranges(change.after)
	range in everyone
	not web(change.after)
	result := {
		"message": sprintf("`%s` opens %s to `%s`", [change.address, ports(change.after), range]),
		"path": change.path,
	}
}

ranges(rule) := {range |
	some field in ["cidr_blocks", "ipv6_cidr_blocks"]
	some range in rule[field]
} | {range |
	some field in ["cidr_ipv4", "cidr_ipv6"]
	range := rule[field]
}

web(rule) if {
	rule.from_port == rule.to_port
	rule.from_port in {80, 443}
}

ports(rule) := "every port" if protocol(rule) in {"-1", "all"}

ports(rule) := sprintf("port %d", [rule.from_port]) if {
	not protocol(rule) in {"-1", "all"}
	rule.from_port == rule.to_port
}

ports(rule) := sprintf("ports %d to %d", [rule.from_port, rule.to_port]) if {
	not protocol(rule) in {"-1", "all"}
	rule.from_port != rule.to_port
}

protocol(rule) := object.get(rule, "protocol", object.get(rule, "ip_protocol", "tcp"))
