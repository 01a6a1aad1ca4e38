package attest.terraform.service_logs_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.service_logs

test_no_access_log if {
	fixtures.paths(service_logs.warn_load_balancer) == {fixtures.at(["access_logs"])} with input as fixtures.creates("aws_lb", {"load_balancer_type": "application", "access_logs": []})
}

test_no_classic_access_log if {
	fixtures.paths(service_logs.warn_load_balancer) == {fixtures.at(["access_logs"])} with input as fixtures.creates("aws_elb", {"access_logs": []})
}

test_access_log if {
	count(service_logs.warn_load_balancer) == 0 with input as fixtures.creates("aws_lb", {"access_logs": [{"bucket": "logs", "enabled": true}]})
}

test_classic_access_log if {
	count(service_logs.warn_load_balancer) == 0 with input as fixtures.creates("aws_elb", {"access_logs": [{"bucket": "logs"}]})
}

test_load_balancer_unknown if {
	count(service_logs.warn_load_balancer) == 0 with input as fixtures.creates_unknown("aws_lb", {}, {"access_logs": true})
}

test_load_balancer_deleted if {
	count(service_logs.warn_load_balancer) == 0 with input as fixtures.deletes("aws_lb", {"load_balancer_type": "application", "access_logs": []})
}

test_no_database_log if {
	fixtures.paths(service_logs.warn_database) == {fixtures.at(["enabled_cloudwatch_logs_exports"])} with input as fixtures.creates("aws_db_instance", {"enabled_cloudwatch_logs_exports": null})
}

test_database_log if {
	count(service_logs.warn_database) == 0 with input as fixtures.creates("aws_db_instance", {"enabled_cloudwatch_logs_exports": ["postgresql"]})
}

test_database_unknown if {
	count(service_logs.warn_database) == 0 with input as fixtures.creates_unknown("aws_db_instance", {}, {"enabled_cloudwatch_logs_exports": true})
}

test_database_deleted if {
	count(service_logs.warn_database) == 0 with input as fixtures.deletes("aws_db_instance", {"enabled_cloudwatch_logs_exports": null})
}

test_no_api_log if {
	fixtures.paths(service_logs.warn_api) == {fixtures.at(["access_log_settings"])} with input as fixtures.creates("aws_api_gateway_stage", {"stage_name": "prod", "access_log_settings": []})
}

test_api_log if {
	count(service_logs.warn_api) == 0 with input as fixtures.creates("aws_api_gateway_stage", {"access_log_settings": [{"destination_arn": "arn:aws:logs:eu-west-1:123456789012:log-group:api"}]})
}

test_api_unknown if {
	count(service_logs.warn_api) == 0 with input as fixtures.creates_unknown("aws_api_gateway_stage", {}, {"access_log_settings": true})
}

test_api_deleted if {
	count(service_logs.warn_api) == 0 with input as fixtures.deletes("aws_api_gateway_stage", {"stage_name": "prod", "access_log_settings": []})
}

test_a_week if {
	fixtures.paths(service_logs.warn_retention) == {fixtures.at(["retention_in_days"])} with input as fixtures.creates("aws_cloudwatch_log_group", {"name": "app", "retention_in_days": 7})
}

test_a_year if {
	count(service_logs.warn_retention) == 0 with input as fixtures.creates("aws_cloudwatch_log_group", {"name": "app", "retention_in_days": 365})
}

test_for_ever if {
	count(service_logs.warn_retention) == 0 with input as fixtures.creates("aws_cloudwatch_log_group", {"name": "app", "retention_in_days": 0})
}

test_retention_unknown if {
	count(service_logs.warn_retention) == 0 with input as fixtures.creates_unknown("aws_cloudwatch_log_group", {}, {"retention_in_days": true})
}

test_retention_deleted if {
	count(service_logs.warn_retention) == 0 with input as fixtures.deletes("aws_cloudwatch_log_group", {"name": "app", "retention_in_days": 7})
}

test_no_search_log if {
	fixtures.paths(service_logs.warn_search) == {fixtures.at(["log_publishing_options"])} with input as fixtures.creates("aws_opensearch_domain", {"log_publishing_options": []})
}

test_search_log if {
	count(service_logs.warn_search) == 0 with input as fixtures.creates("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "AUDIT_LOGS"}]})
}

test_search_unknown if {
	count(service_logs.warn_search) == 0 with input as fixtures.creates_unknown("aws_opensearch_domain", {}, {"log_publishing_options": true})
}

test_search_deleted if {
	count(service_logs.warn_search) == 0 with input as fixtures.deletes("aws_opensearch_domain", {"log_publishing_options": []})
}
