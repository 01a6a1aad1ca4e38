# METADATA
# title: Resources must carry the tags that are required
# description: >-
#   Without an owner on it, nobody can say whose a resource is, what it costs and whether it may go.
# custom:
#   severity: low
#   remediation: 'add the tags, best as `default_tags` of the provider'
#   controls:
#     SOC2: ["CC6.1"]
#   parameters:
#     tags: {type: array, items: string, description: tags or labels that every resource must carry; none by default}
#     types: {type: array, items: string, description: types of resources that are asked; all with tags or labels by default}
#   examples:
#     parameters: {"tags": ["owner"], "types": []}
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket.main", "mode": "managed", "type": "aws_s3_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "tags": {"owner": "shop"}}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_s3_bucket.main", "mode": "managed", "type": "aws_s3_bucket", "name": "main",
#         "change": {"actions": ["create"], "after": {"bucket": "b", "tags": {"team": "shop"}}, "after_unknown": {}}
#       }]}
package attest.terraform.required_tags

import data.attest.lib.terraform
import data.attest.parameters["required-tags"] as parameters

deny contains terraform.finding(change, [field], sprintf("lacks %s", [text])) if {
	count(parameters.tags) > 0
	some type in terraform.types
	is_asked(type)
	some change in terraform.changes_by_type[type]
	field := tag_field(change)
	not terraform.is_unknown(change, [field])
	missing := {sprintf("tag `%s`", [tag]) |
		some tag in parameters.tags
		not has_tag(change, field, tag)
	}
	count(missing) > 0
	text := concat(", ", missing)
}

is_asked(_) if count(parameters.types) == 0

is_asked(type) if type in parameters.types

# What the provider adds to the tags of the resource stands in `tags_all` and `effective_labels`.
tag_field(change) := [field |
	some field in ["tags_all", "effective_labels", "tags", "labels"]
	names_field(change, field)
][0]

names_field(change, field) if object.get(change.after, field, "none") != "none"

names_field(change, field) if change.unknown[field]

has_tag(change, field, tag) if is_string(change.after[field][tag])

has_tag(change, field, tag) if change.unknown[field][tag] == true
