# METADATA
# title: Networks should log their traffic
# description: >-
#   Without flow logs nobody can tell after an incident who connected to whom.
# custom:
#   severity: low
#   remediation: 'add an `aws_flow_log` with the `vpc_id` of the network'
#   controls:
#     CIS-AWS-3.0: ["3.7"]
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [
#         {"address": "aws_vpc.main", "mode": "managed", "type": "aws_vpc", "name": "main",
#          "change": {"actions": ["update"], "after": {"id": "vpc-1", "cidr_block": "10.0.0.0/16"}, "after_unknown": {}}},
#         {"address": "aws_flow_log.main", "mode": "managed", "type": "aws_flow_log", "name": "main",
#          "change": {"actions": ["create"], "after": {"vpc_id": "vpc-1", "traffic_type": "ALL"}, "after_unknown": {}}}
#       ]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_vpc.main", "mode": "managed", "type": "aws_vpc", "name": "main",
#         "change": {"actions": ["create"], "after": {"cidr_block": "10.0.0.0/16"}, "after_unknown": {}}
#       }]}
package attest.terraform.flow_logs

import data.attest.lib.terraform
import data.attest.lib.terraform_links as links

warn contains terraform.finding(network, [], "has no flow log") if {
	some network in terraform.changes_by_type.aws_vpc
	not links.may_have(network, "aws_flow_log")
}
