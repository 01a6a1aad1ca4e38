package attest.terraform.cdn_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.cdn

test_plain_http if {
	fixtures.paths(cdn.deny_plain_http) == {fixtures.at(["default_cache_behavior", 0, "viewer_protocol_policy"])} with input as fixtures.creates("aws_cloudfront_distribution", {"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]})
}

test_redirected if {
	count(cdn.deny_plain_http) == 0 with input as fixtures.creates("aws_cloudfront_distribution", {"default_cache_behavior": [{"viewer_protocol_policy": "redirect-to-https"}]})
}

test_plain_http_unknown if {
	count(cdn.deny_plain_http) == 0 with input as fixtures.creates_unknown("aws_cloudfront_distribution", {"default_cache_behavior": [{}]}, {"default_cache_behavior": [{"viewer_protocol_policy": true}]})
}

test_plain_http_deleted if {
	count(cdn.deny_plain_http) == 0 with input as fixtures.deletes("aws_cloudfront_distribution", {"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]})
}

test_old_tls if {
	fixtures.paths(cdn.deny_old_tls) == {fixtures.at(["viewer_certificate", 0, "minimum_protocol_version"])} with input as fixtures.creates("aws_cloudfront_distribution", {"viewer_certificate": [{"minimum_protocol_version": "TLSv1"}]})
}

test_modern_tls if {
	count(cdn.deny_old_tls) == 0 with input as fixtures.creates("aws_cloudfront_distribution", {"viewer_certificate": [{"minimum_protocol_version": "TLSv1.2_2021"}]})
}

test_default_certificate if {
	count(cdn.deny_old_tls) == 0 with input as fixtures.creates("aws_cloudfront_distribution", {"viewer_certificate": [{"cloudfront_default_certificate": true, "minimum_protocol_version": "TLSv1"}]})
}

test_old_tls_unknown if {
	count(cdn.deny_old_tls) == 0 with input as fixtures.creates_unknown("aws_cloudfront_distribution", {}, {"viewer_certificate": true})
}

test_old_tls_deleted if {
	count(cdn.deny_old_tls) == 0 with input as fixtures.deletes("aws_cloudfront_distribution", {"viewer_certificate": [{"minimum_protocol_version": "TLSv1"}]})
}

test_plain_origin if {
	fixtures.paths(cdn.deny_origin) == {fixtures.at(["origin", 0, "custom_origin_config", 0, "origin_protocol_policy"])} with input as fixtures.creates("aws_cloudfront_distribution", {"origin": [{"domain_name": "app.example.com", "custom_origin_config": [{"origin_protocol_policy": "http-only"}]}]})
}

test_origin_with_tls if {
	count(cdn.deny_origin) == 0 with input as fixtures.creates("aws_cloudfront_distribution", {"origin": [{"domain_name": "app.example.com", "custom_origin_config": [{"origin_protocol_policy": "https-only"}]}]})
}

test_website_bucket if {
	count(cdn.deny_origin) == 0 with input as fixtures.creates("aws_cloudfront_distribution", {"origin": [{"domain_name": "b.s3-website-eu-west-1.amazonaws.com", "custom_origin_config": [{"origin_protocol_policy": "http-only"}]}]})
}

test_origin_unknown if {
	count(cdn.deny_origin) == 0 with input as fixtures.creates_unknown("aws_cloudfront_distribution", {}, {"origin": true})
}

test_origin_deleted if {
	count(cdn.deny_origin) == 0 with input as fixtures.deletes("aws_cloudfront_distribution", {"origin": [{"domain_name": "app.example.com", "custom_origin_config": [{"origin_protocol_policy": "http-only"}]}]})
}

test_no_log if {
	fixtures.paths(cdn.warn_logging) == {fixtures.at(["logging_config"])} with input as fixtures.creates("aws_cloudfront_distribution", {"logging_config": []})
}

test_log if {
	count(cdn.warn_logging) == 0 with input as fixtures.creates("aws_cloudfront_distribution", {"logging_config": [{"bucket": "logs.s3.amazonaws.com"}]})
}

test_logging_unknown if {
	count(cdn.warn_logging) == 0 with input as fixtures.creates_unknown("aws_cloudfront_distribution", {}, {"logging_config": true})
}

test_logging_deleted if {
	count(cdn.warn_logging) == 0 with input as fixtures.deletes("aws_cloudfront_distribution", {"logging_config": []})
}
