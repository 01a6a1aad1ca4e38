# METADATA
# title: CloudFront must serve TLS
# description: >-
#   Between the visitor and CloudFront lies the open internet.
package attest.terraform.cdn

import data.attest.lib.terraform

# METADATA
# title: Distributions must not serve plain HTTP
# description: >-
#   Pages that come over HTTP can be read and replaced on the way.
# custom:
#   severity: high
#   remediation: 'set `viewer_protocol_policy = "redirect-to-https"` or `https-only`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"default_cache_behavior": [{"viewer_protocol_policy": "redirect-to-https"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]}, "after_unknown": {}}
#       }]}
deny_plain_http contains terraform.finding(distribution, [field, i, "viewer_protocol_policy"], "serves pages over plain HTTP") if {
	some distribution in terraform.changes_by_type.aws_cloudfront_distribution
	some field in ["default_cache_behavior", "ordered_cache_behavior"]
	some i, behaviour in distribution.after[field]
	behaviour.viewer_protocol_policy == "allow-all"
}

# METADATA
# title: Distributions must ask for TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses and are forbidden by most standards.
# custom:
#   severity: medium
#   remediation: 'set `minimum_protocol_version = "TLSv1.2_2021"`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"viewer_certificate": [{"minimum_protocol_version": "TLSv1.2_2021"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"viewer_certificate": [{"minimum_protocol_version": "TLSv1"}]}, "after_unknown": {}}
#       }]}
deny_old_tls contains terraform.finding(distribution, path, sprintf("takes `%s`", [terraform.value(distribution, path)])) if {
	some distribution in terraform.changes_by_type.aws_cloudfront_distribution
	path := ["viewer_certificate", 0, "minimum_protocol_version"]
	not terraform.is_on(distribution, ["viewer_certificate", 0, "cloudfront_default_certificate"])
	terraform.value(distribution, path) in {"SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1_2016"}
}

# METADATA
# title: Distributions must fetch over TLS
# description: >-
#   Between CloudFront and an origin of your own lies the open internet as well. Websites of S3 have no TLS and
#   are left alone.
# custom:
#   severity: medium
#   remediation: 'set `origin_protocol_policy = "https-only"`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"origin": [{"domain_name": "app.example.com", "custom_origin_config": [{"origin_protocol_policy": "https-only"}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"origin": [{"domain_name": "app.example.com", "custom_origin_config": [{"origin_protocol_policy": "http-only"}]}]}, "after_unknown": {}}
#       }]}
deny_origin contains terraform.finding(distribution, path, "fetches from its origin over plain HTTP") if {
	some distribution in terraform.changes_by_type.aws_cloudfront_distribution
	some i, origin in distribution.after.origin
	some j, settings in origin.custom_origin_config
	settings.origin_protocol_policy == "http-only"
	not contains(object.get(origin, "domain_name", ""), ".s3-website")
	path := ["origin", i, "custom_origin_config", j, "origin_protocol_policy"]
}

# METADATA
# title: Distributions should keep an access log
# description: >-
#   Who fetched what is the first question after an incident.
# custom:
#   severity: low
#   remediation: 'add a `logging_config`, or deliver the logs with `aws_cloudwatch_log_delivery`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"logging_config": [{"bucket": "logs.s3.amazonaws.com"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudfront_distribution.main", "mode": "managed", "type": "aws_cloudfront_distribution", "name": "main",
#         "change": {"actions": ["create"], "after": {"logging_config": []}, "after_unknown": {}}
#       }]}
warn_logging contains terraform.finding(distribution, ["logging_config"], "keeps no access log") if {
	some distribution in terraform.changes_by_type.aws_cloudfront_distribution
	terraform.is_unset(distribution, ["logging_config"])
	not terraform.kept_by_type.aws_cloudwatch_log_delivery_source
}
