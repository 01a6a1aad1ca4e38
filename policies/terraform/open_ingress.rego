# METADATA
# title: Security groups must not be open to the world
# description: >-
#   A port that every address may reach is found by scanners within minutes, and its passwords are tried for
#   ever.
# custom:
#   severity: critical
#   remediation: name the address ranges that need the port, or reach it through a VPN, a bastion or Session Manager
#   controls:
#     CIS-AWS-3.0: ["5.2", "5.3"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   parameters:
#     public_ports: {type: array, items: number, description: TCP and UDP ports that every address may reach}
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_security_group.main", "mode": "managed", "type": "aws_security_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"ingress": [{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_security_group.main", "mode": "managed", "type": "aws_security_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"ingress": [{"from_port": 5432, "to_port": 5432, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"]}]}, "after_unknown": {}}
#       }]}
package attest.terraform.open_ingress

import data.attest.lib.terraform
import data.attest.parameters["open-ingress"] as parameters

deny contains opened(group, ["ingress", i, field, j], rule, range) if {
	some type in ["aws_security_group", "aws_default_security_group"]
	some group in terraform.changes_by_type[type]
	some i, rule in group.after.ingress
	some field in ["cidr_blocks", "ipv6_cidr_blocks"]
	some j, range in rule[field]
	is_everyone(range)
	not is_public(rule)
}

deny contains opened(change, [field, j], change.after, range) if {
	some change in terraform.changes_by_type.aws_security_group_rule
	change.after.type == "ingress"
	some field in ["cidr_blocks", "ipv6_cidr_blocks"]
	some j, range in change.after[field]
	is_everyone(range)
	not is_public(change.after)
}

deny contains opened(change, [field], change.after, range) if {
	some change in terraform.changes_by_type.aws_vpc_security_group_ingress_rule
	some field in ["cidr_ipv4", "cidr_ipv6"]
	range := change.after[field]
	is_everyone(range)
	not is_public(change.after)
}

opened(change, path, rule, range) := terraform.finding(change, path, sprintf("opens %s to `%s`", [ports(rule), range]))

# Every address, or half of them.
is_everyone(range) if regex.match(`^(0\.0\.0\.0|128\.0\.0\.0|::|8000::)/[01]$`, range)

is_public(rule) if protocol(rule) in {"icmp", "icmpv6", "1", "58"}

is_public(rule) if {
	not protocol(rule) in {"-1", "all"}
	rule.from_port == rule.to_port
	rule.from_port in parameters.public_ports
}

# Ports not known yet may be public ones.
is_public(rule) if {
	not protocol(rule) in {"-1", "all"}
	not is_number(rule.from_port)
}

ports(rule) := "every port" if every_port(rule)

ports(rule) := sprintf("port %d", [rule.from_port]) if {
	not every_port(rule)
	rule.from_port == rule.to_port
}

ports(rule) := sprintf("ports %d to %d", [rule.from_port, rule.to_port]) if {
	not every_port(rule)
	rule.from_port != rule.to_port
}

every_port(rule) if protocol(rule) in {"-1", "all"}

protocol(rule) := lower(object.get(rule, "protocol", object.get(rule, "ip_protocol", "tcp")))
