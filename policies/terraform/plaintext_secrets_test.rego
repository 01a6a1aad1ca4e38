package attest.terraform.plaintext_secrets_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.plaintext_secrets

test_key_in_user_data if {
	fixtures.paths(plaintext_secrets.deny_user_data) == {fixtures.at(["user_data"])} with input as fixtures.creates("aws_instance", {"user_data": "#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"})
}

test_access_key_in_user_data if {
	fixtures.paths(plaintext_secrets.deny_user_data) == {fixtures.at(["user_data"])} with input as fixtures.creates("aws_launch_template", {"user_data": "IyEvYmluL3NoCmV4cG9ydCBBV1NfQUNDRVNTX0tFWV9JRD1BS0lBSU9TRk9ETk43RVhBTVBMRQo="})
}

test_secret_fetched if {
	count(plaintext_secrets.deny_user_data) == 0 with input as fixtures.creates("aws_instance", {"user_data": "#!/bin/sh\nexport DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)\n"})
}

test_digest if {
	count(plaintext_secrets.deny_user_data) == 0 with input as fixtures.creates("aws_instance", {"user_data": "da39a3ee5e6b4b0d3255bfef95601890afd80709"})
}

test_user_data_unknown if {
	count(plaintext_secrets.deny_user_data) == 0 with input as fixtures.creates_unknown("aws_instance", {}, {"user_data": true})
}

test_user_data_deleted if {
	count(plaintext_secrets.deny_user_data) == 0 with input as fixtures.deletes("aws_instance", {"user_data": "#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"})
}

test_key_of_a_function if {
	fixtures.paths(plaintext_secrets.deny_environment) == {fixtures.at(["environment", 0, "variables", "DB_PASSWORD"])} with input as fixtures.creates("aws_lambda_function", {"environment": [{"variables": {"DB_PASSWORD": "hunter2!"}}]})
}

test_password_of_a_container if {
	fixtures.paths(plaintext_secrets.deny_environment) == {fixtures.at(["container_definitions"])} with input as fixtures.creates("aws_ecs_task_definition", {"container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\", \"environment\": [{\"name\": \"DB_PASSWORD\", \"value\": \"hunter2!\"}]}]"})
}

test_token_of_a_build if {
	fixtures.paths(plaintext_secrets.deny_environment) == {fixtures.at(["environment", 0, "environment_variable", 0, "value"])} with input as fixtures.creates("aws_codebuild_project", {"environment": [{"environment_variable": [{"name": "API_TOKEN", "value": "t0p5ecret", "type": "PLAINTEXT"}]}]})
}

test_password_of_a_web_app if {
	fixtures.paths(plaintext_secrets.deny_environment) == {fixtures.at(["app_settings", "DB_PASSWORD"])} with input as fixtures.creates("azurerm_linux_web_app", {"app_settings": {"DB_PASSWORD": "hunter2!"}})
}

test_name_of_a_secret if {
	count(plaintext_secrets.deny_environment) == 0 with input as fixtures.creates("aws_lambda_function", {"environment": [{"variables": {"DB_SECRET": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "STAGE": "prod"}}]})
}

test_parameter_of_a_build if {
	count(plaintext_secrets.deny_environment) == 0 with input as fixtures.creates("aws_codebuild_project", {"environment": [{"environment_variable": [{"name": "API_TOKEN", "value": "/shop/token", "type": "PARAMETER_STORE"}]}]})
}

test_environment_unknown if {
	count(plaintext_secrets.deny_environment) == 0 with input as fixtures.creates_unknown("aws_lambda_function", {"environment": [{"variables": {}}]}, {"environment": [{"variables": {"DB_PASSWORD": true}}]})
}

test_environment_deleted if {
	count(plaintext_secrets.deny_environment) == 0 with input as fixtures.deletes("aws_lambda_function", {"environment": [{"variables": {"DB_PASSWORD": "hunter2!"}}]})
}

test_password_as_a_string if {
	fixtures.paths(plaintext_secrets.deny_parameter) == {fixtures.at(["type"])} with input as fixtures.creates("aws_ssm_parameter", {"name": "/shop/db_password", "type": "String", "value": "hunter2!"})
}

test_secure_string if {
	count(plaintext_secrets.deny_parameter) == 0 with input as fixtures.creates("aws_ssm_parameter", {"name": "/shop/db_password", "type": "SecureString", "value": "hunter2!"})
}

test_setting if {
	count(plaintext_secrets.deny_parameter) == 0 with input as fixtures.creates("aws_ssm_parameter", {"name": "/shop/stage", "type": "String", "value": "prod"})
}

test_parameter_unknown if {
	count(plaintext_secrets.deny_parameter) == 0 with input as fixtures.creates_unknown("aws_ssm_parameter", {"name": "/shop/db_password", "type": "String"}, {"value": true})
}

test_parameter_deleted if {
	count(plaintext_secrets.deny_parameter) == 0 with input as fixtures.deletes("aws_ssm_parameter", {"name": "/shop/db_password", "type": "String", "value": "hunter2!"})
}

provider(expressions) := {"format_version": "1.2", "resource_changes": [], "configuration": {"provider_config": {"aws": {"name": "aws", "expressions": expressions}}}}

test_script_that_the_provider_digests if {
	document := fixtures.with_configuration(
		fixtures.creates("aws_instance", {"user_data": "da39a3ee5e6b4b0d3255bfef95601890afd80709"}),
		[fixtures.configured("aws_instance", "main", {"user_data": {"constant_value": "export DB_PASSWORD=hunter2x"}})],
	)
	fixtures.paths(plaintext_secrets.deny_user_data) == {fixtures.at(["user_data"])} with input as document
}

database(expression, variables) := object.union(fixtures.creates("aws_db_instance", {}), {"configuration": {"root_module": {
	"resources": [fixtures.configured("aws_db_instance", "main", {"password": expression})],
	"variables": variables,
}}})

test_constant_password if {
	count(plaintext_secrets.deny_password) == 1 with input as database({"constant_value": "hunter2!"}, {})
}

test_password_as_a_default if {
	count(plaintext_secrets.deny_password) == 1 with input as database({"references": ["var.password"]}, {"password": {"default": "hunter2!"}})
}

test_password_of_a_variable if {
	count(plaintext_secrets.deny_password) == 0 with input as database({"references": ["var.password"]}, {"password": {"sensitive": true}})
}

test_key_of_a_provider if {
	found := plaintext_secrets.deny_provider with input as provider({"secret_key": {"constant_value": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}})
	fixtures.paths(found) == {["configuration", "provider_config", "aws", "expressions", "secret_key", "constant_value"]}
}

test_key_from_a_variable if {
	count(plaintext_secrets.deny_provider) == 0 with input as provider({"secret_key": {"references": ["var.secret_key"]}})
}

test_mock_of_a_provider if {
	count(plaintext_secrets.deny_provider) == 0 with input as provider({"access_key": {"constant_value": "mock"}})
}
