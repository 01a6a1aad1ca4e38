# METADATA
# title: Instances must not have public addresses
# description: >-
#   What has a public address is attacked from the first minute on.
package attest.terraform.public_instances

import data.attest.lib.terraform

# METADATA
# title: Instances must not ask for a public address
# description: >-
#   A public address puts every open port of the machine on the internet.
# custom:
#   severity: medium
#   remediation: 'leave `associate_public_ip_address` false, and put a load balancer before the instance'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"associate_public_ip_address": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"associate_public_ip_address": true}, "after_unknown": {}}
#       }]}
deny_instance contains terraform.finding(change, ["associate_public_ip_address"], "gets a public address") if {
	some type in ["aws_instance", "aws_launch_configuration"]
	some change in terraform.changes_by_type[type]
	terraform.is_on(change, ["associate_public_ip_address"])
}

deny_instance contains terraform.finding(template, path, "gives instances a public address") if {
	some template in terraform.changes_by_type.aws_launch_template
	some i, _ in template.after.network_interfaces
	path := ["network_interfaces", i, "associate_public_ip_address"]
	terraform.is_on(template, path)
}

# METADATA
# title: Subnets should not give public addresses to all
# description: >-
#   Instances that nobody meant to publish get a public address by landing in the subnet.
# custom:
#   severity: low
#   remediation: 'set `map_public_ip_on_launch = false`, and give load balancers and NAT gateways what they need themselves'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_subnet.main", "mode": "managed", "type": "aws_subnet", "name": "main",
#         "change": {"actions": ["create"], "after": {"map_public_ip_on_launch": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_subnet.main", "mode": "managed", "type": "aws_subnet", "name": "main",
#         "change": {"actions": ["create"], "after": {"map_public_ip_on_launch": true}, "after_unknown": {}}
#       }]}
warn_subnet contains terraform.finding(subnet, ["map_public_ip_on_launch"], "gives every instance a public address") if {
	some subnet in terraform.changes_by_type.aws_subnet
	terraform.is_on(subnet, ["map_public_ip_on_launch"])
}
