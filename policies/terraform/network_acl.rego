# METADATA
# title: Network ACLs must not open administration to the world
# description: >-
#   A network ACL is the second line behind security groups: open, it stops nothing when the first one fails.
# custom:
#   severity: medium
#   remediation: name the address ranges that administer the network, or deny ports 22 and 3389 from elsewhere before the rule
#   controls:
#     CIS-AWS-3.0: ["5.1"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_network_acl_rule.main", "mode": "managed", "type": "aws_network_acl_rule", "name": "main",
#         "change": {"actions": ["create"], "after": {"rule_number": 100, "egress": false, "rule_action": "allow", "protocol": "tcp", "cidr_block": "198.51.100.0/24", "from_port": 22, "to_port": 22}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_network_acl_rule.main", "mode": "managed", "type": "aws_network_acl_rule", "name": "main",
#         "change": {"actions": ["create"], "after": {"rule_number": 100, "egress": false, "rule_action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 22, "to_port": 22}, "after_unknown": {}}
#       }]}
package attest.terraform.network_acl

import data.attest.lib.terraform

deny contains terraform.finding(acl, ["ingress", i], "lets the world reach ports for administration") if {
	some type in ["aws_network_acl", "aws_default_network_acl"]
	some acl in terraform.changes_by_type[type]
	some i, rule in acl.after.ingress
	lower(rule.action) == "allow"
	opens(rule)
	not denied_before(acl, rule)
}

deny contains terraform.finding(rule, [], "lets the world reach ports for administration") if {
	some rule in terraform.changes_by_type.aws_network_acl_rule
	not rule.after.egress == true
	lower(rule.after.rule_action) == "allow"
	opens(rule.after)
}

# Every port as a rule is how the default ACL is written; only ranges that somebody chose are judged.
opens(rule) if {
	some field in ["cidr_block", "ipv6_cidr_block"]
	rule[field] in {"0.0.0.0/0", "::/0"}
	not rule.protocol in {"-1", "all", -1, "icmp", "1"}
	some port in [22, 3389]
	rule.from_port <= port
	port <= rule.to_port
	rule.to_port - rule.from_port < 60000
}

denied_before(acl, rule) if {
	some other in acl.after.ingress
	lower(other.action) == "deny"
	other.rule_no < rule.rule_no
	other.from_port <= 22
	other.to_port >= 22
}
