# METADATA
# title: Default networks must not be used
# description: >-
#   Default networks are wide open: what lands there by accident is reachable.
package attest.terraform.default_network

import data.attest.lib.terraform

# METADATA
# title: The default security group must be empty
# description: >-
#   Whoever forgets to name a security group gets the default one; empty, it is safe.
# custom:
#   severity: medium
#   remediation: 'leave `ingress` and `egress` out, and give resources groups of their own'
#   controls:
#     CIS-AWS-3.0: ["5.4"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_default_security_group.main", "mode": "managed", "type": "aws_default_security_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"vpc_id": "vpc-1", "ingress": [], "egress": []}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_default_security_group.main", "mode": "managed", "type": "aws_default_security_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"vpc_id": "vpc-1", "ingress": [{"from_port": 0, "to_port": 0, "protocol": "-1", "self": true}]}, "after_unknown": {}}
#       }]}
deny_group_rules contains terraform.finding(group, [rules[0]], "lets traffic through, though it is what resources get that name no group") if {
	some group in terraform.changes_by_type.aws_default_security_group
	rules := [field |
		some field in ["ingress", "egress"]
		count(object.get(group.after, field, [])) > 0
	]
	count(rules) > 0
}

# METADATA
# title: The default VPC should not be used
# description: >-
#   Every subnet of the default VPC is public, and all that is put there gets a public address.
# custom:
#   severity: low
#   remediation: 'create an `aws_vpc` with private subnets'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_vpc.main", "mode": "managed", "type": "aws_vpc", "name": "main",
#         "change": {"actions": ["create"], "after": {"cidr_block": "10.0.0.0/16"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_default_vpc.main", "mode": "managed", "type": "aws_default_vpc", "name": "main",
#         "change": {"actions": ["create"], "after": {"tags": {"Name": "default"}}, "after_unknown": {}}
#       }]}
warn_vpc contains terraform.finding(network, [], "keeps the default network in use") if {
	some type in ["aws_default_vpc", "aws_default_subnet"]
	some network in terraform.changes_by_type[type]
}
