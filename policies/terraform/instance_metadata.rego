# METADATA
# title: Instances must ask for IMDSv2
# description: >-
#   With version 1 of the metadata service, a flaw that makes a server fetch a URL hands the role of the machine
#   to the attacker.
# custom:
#   severity: high
#   remediation: 'set `http_tokens = "required"` in `metadata_options`'
#   controls:
#     CIS-AWS-3.0: ["5.6"]
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata_options": [{"http_tokens": "required"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata_options": [{"http_tokens": "optional"}]}, "after_unknown": {}}
#       }]}
package attest.terraform.instance_metadata

import data.attest.lib.terraform

types := ["aws_instance", "aws_launch_template", "aws_launch_configuration"]

deny contains terraform.finding(change, tokens, "lets programs ask for credentials without a token (IMDSv1)") if {
	some type in types
	some change in terraform.changes_by_type[type]
	not terraform.value(change, tokens) == "required"
	not terraform.is_unknown(change, tokens)
	not disabled(change)
}

deny contains terraform.finding(change, [], "leaves `metadata_options` out, so that an image may still answer without a token (IMDSv1)") if {
	some type in types
	some change in terraform.changes_by_type[type]
	terraform.is_left_out(change, "metadata_options")
	terraform.is_unset(change, ["launch_template"])
}

tokens := ["metadata_options", 0, "http_tokens"]

disabled(change) if terraform.value(change, ["metadata_options", 0, "http_endpoint"]) == "disabled"
