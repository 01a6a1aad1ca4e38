# METADATA
# title: Instances must ask for IMDSv2
# description: >-
#   With version 1 of the metadata service, a flaw that makes a server fetch a URL hands the role of the machine
#   to the attacker.
package attest.terraform.instance_metadata

import data.attest.lib.terraform

types := ["aws_instance", "aws_launch_template", "aws_launch_configuration"]

tokens := ["metadata_options", 0, "http_tokens"]

# METADATA
# title: Instances must not answer without a token
# description: >-
#   A page that fetches URLs for its visitors fetches the credentials of the machine as well.
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
deny_optional contains terraform.finding(change, tokens, "lets programs ask for credentials without a token (IMDSv1)") if {
	some type in types
	some change in terraform.changes_by_type[type]
	not terraform.value(change, tokens) == "required"
	not terraform.is_unknown(change, tokens)
	not disabled(change)
}

disabled(change) if terraform.value(change, ["metadata_options", 0, "http_endpoint"]) == "disabled"

# METADATA
# title: Instances should say that they want a token
# description: >-
#   What the plan leaves out the image and the account decide; older images answer without a token.
# custom:
#   severity: medium
#   remediation: 'set `http_tokens = "required"` in `metadata_options`'
#   controls:
#     CIS-AWS-3.0: ["5.6"]
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {}, "after_unknown": {"metadata_options": true}}
#       }], "configuration": {"root_module": {"resources": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "expressions": {"metadata_options": [{"http_tokens": {"constant_value": "required"}}]}
#       }]}}}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {}, "after_unknown": {"metadata_options": true}}
#       }], "configuration": {"root_module": {"resources": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "expressions": {"ami": {"constant_value": "ami-1"}}
#       }]}}}
warn_left_out contains terraform.finding(change, [], "leaves `metadata_options` out, so that an image may still answer without a token (IMDSv1)") if {
	some type in types
	some change in terraform.changes_by_type[type]
	terraform.is_left_out(change, "metadata_options")
	terraform.is_unset(change, ["launch_template"])
}
