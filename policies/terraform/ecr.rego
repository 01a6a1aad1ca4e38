# METADATA
# title: Container registries must guard their images
# description: >-
#   What a registry hands out runs in production.
package attest.terraform.ecr

import data.attest.lib.terraform

# METADATA
# title: Tags of images must be immutable
# description: >-
#   Who can push can replace the image behind a tag that was tested and approved.
# custom:
#   severity: medium
#   remediation: 'set `image_tag_mutability = "IMMUTABLE"`'
#   controls:
#     SOC2: ["CC8.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecr_repository.main", "mode": "managed", "type": "aws_ecr_repository", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "shop", "image_tag_mutability": "IMMUTABLE"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecr_repository.main", "mode": "managed", "type": "aws_ecr_repository", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "shop", "image_tag_mutability": "MUTABLE"}, "after_unknown": {}}
#       }]}
deny_mutable contains terraform.finding(repository, ["image_tag_mutability"], "lets tags be moved to other images") if {
	some repository in terraform.changes_by_type.aws_ecr_repository
	terraform.value(repository, ["image_tag_mutability"]) in {"MUTABLE", null}
	not terraform.is_unknown(repository, ["image_tag_mutability"])
}

# METADATA
# title: Images should be scanned when they are pushed
# description: >-
#   Known weaknesses in an image are cheap to find before it runs.
# custom:
#   severity: low
#   remediation: 'set `scan_on_push = true`, or configure scanning for the registry with `aws_ecr_registry_scanning_configuration`'
#   controls:
#     SOC2: ["CC7.1"]
#     PCI-DSS-4.0: ["6.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecr_repository.main", "mode": "managed", "type": "aws_ecr_repository", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "shop", "image_scanning_configuration": [{"scan_on_push": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecr_repository.main", "mode": "managed", "type": "aws_ecr_repository", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "shop", "image_scanning_configuration": [{"scan_on_push": false}]}, "after_unknown": {}}
#       }]}
warn_scanning contains terraform.finding(repository, ["image_scanning_configuration", 0, "scan_on_push"], "does not scan what is pushed") if {
	some repository in terraform.changes_by_type.aws_ecr_repository
	terraform.is_off(repository, ["image_scanning_configuration", 0, "scan_on_push"])
	not terraform.kept_by_type.aws_ecr_registry_scanning_configuration
}
