# METADATA
# title: Secrets must not stand in plans
# description: >-
#   A password or key in a configuration is known to everyone who can read the repository, the plan, the state
#   or the console.
package attest.terraform.plaintext_secrets

import data.attest.lib.credentials
import data.attest.lib.terraform
import data.attest.lib.terraform_modules as modules

scripts := {
	"aws_instance": ["user_data", "user_data_base64"],
	"aws_launch_configuration": ["user_data", "user_data_base64"],
	"aws_launch_template": ["user_data"],
	"azurerm_linux_virtual_machine": ["custom_data", "user_data"],
	"azurerm_linux_virtual_machine_scale_set": ["custom_data", "user_data"],
	"azurerm_windows_virtual_machine": ["custom_data", "user_data"],
	"google_compute_instance": ["metadata_startup_script"],
	"google_compute_instance_template": ["metadata_startup_script"],
}

# METADATA
# title: Start scripts must not hold secrets
# description: >-
#   User data can be read by every program on the machine and by everyone who may look at it in the console.
# custom:
#   severity: high
#   remediation: let the machine fetch the secret with its role, from Secrets Manager or the Parameter Store; replace it, for it is known
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"user_data": "#!/bin/sh\nexport DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)\n"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_instance.main", "mode": "managed", "type": "aws_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"user_data": "#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"}, "after_unknown": {}}
#       }]}
deny_user_data contains terraform.finding(change, [field], sprintf("has %s in its start script", [what])) if {
	some type, fields in scripts
	some change in terraform.changes_by_type[type]
	some field in fields
	what := secret_in(readable(script(change, field)))
}

# The provider of AWS keeps but a digest of the script; the configuration has the text, if it is a constant one.
script(change, field) := constant(change, field)

script(change, field) := change.after[field] if {
	is_string(change.after[field])
	not constant(change, field)
}

constant(change, field) := text if {
	text := modules.configured(change).expressions[field].constant_value
	is_string(text)
}

readable(text) := base64.decode(text) if base64.is_valid(text)

readable(text) := text if not base64.is_valid(text)

secret_in(text) := credentials.form(text)

# A variable that is set to something which is no reference to elsewhere.
secret_in(text) := "a secret" if {
	not credentials.form(text)
	some assignment in regex.find_all_string_submatch_n(`(?m)(?:^|[\s;('"])(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)['"]?\s*(?:=|,\s*)\s*['"]?([^\s'"$\x60<>;)]{6,})`, text, 100)
	credentials.is_plain(assignment[1], assignment[2])
}

# METADATA
# title: Environments must not hold secrets
# description: >-
#   The environment of a function or container is shown in the console and kept in every version of it.
# custom:
#   severity: high
#   remediation: keep the value in Secrets Manager or the Parameter Store and pass its name; replace it, for it is known
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lambda_function.main", "mode": "managed", "type": "aws_lambda_function", "name": "main",
#         "change": {"actions": ["create"], "after": {"environment": [{"variables": {"DB_SECRET": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "STAGE": "prod"}}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lambda_function.main", "mode": "managed", "type": "aws_lambda_function", "name": "main",
#         "change": {"actions": ["create"], "after": {"environment": [{"variables": {"DB_PASSWORD": "hunter2!"}}]}, "after_unknown": {}}
#       }]}
deny_environment contains terraform.finding(change, array.concat(found.path, [name]), sprintf("has %s in its environment: `%s`", [what, name])) if {
	some type, places in environments
	some change in terraform.changes_by_type[type]
	some found in places_of(change, places)
	some name, value in found.variables
	what := plain(name, value)
}

deny_environment contains terraform.finding(task, ["container_definitions"], sprintf("has %s in the environment of container `%s`: `%s`", [what, container.name, variable.name])) if {
	some task in terraform.changes_by_type.aws_ecs_task_definition
	json.is_valid(task.after.container_definitions)
	some container in json.unmarshal(task.after.container_definitions)
	some variable in container.environment
	what := plain(variable.name, variable.value)
}

deny_environment contains terraform.finding(project, ["environment", i, "environment_variable", j, "value"], sprintf("has %s in its environment: `%s`", [what, variable.name])) if {
	some project in terraform.changes_by_type.aws_codebuild_project
	some i, environment in project.after.environment
	some j, variable in environment.environment_variable
	object.get(variable, "type", "PLAINTEXT") in {"PLAINTEXT", null}
	what := plain(variable.name, variable.value)
}

environments := {
	"aws_lambda_function": ["environment", "variables"],
	"azurerm_linux_function_app": ["app_settings"],
	"azurerm_linux_web_app": ["app_settings"],
	"azurerm_windows_function_app": ["app_settings"],
	"azurerm_windows_web_app": ["app_settings"],
	"google_cloudfunctions2_function": ["service_config", "environment_variables"],
	"google_cloudfunctions_function": ["environment_variables"],
}

places_of(change, [attribute]) := [{"path": [attribute], "variables": change.after[attribute]}]

places_of(change, [block, attribute]) := [{"path": [block, i, attribute], "variables": object.get(item, attribute, {})} | some i, item in change.after[block]]

plain(_, value) := credentials.form(value)

plain(name, value) := "a secret" if {
	is_string(value)
	credentials.is_plain(name, value)
	not credentials.form(value)
	not startswith(value, "arn:")
	not startswith(value, "@Microsoft.KeyVault(")
}

# Keys of a provider stand in the configuration, not in a resource.

# METADATA
# title: Providers must not hold keys
# description: >-
#   A key of the provider in the configuration opens the whole account to everyone who reads the repository.
# custom:
#   severity: critical
#   remediation: 'leave the keys out: sign in, or let the pipeline assume a role; revoke the key, for it is known'
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [], "configuration": {"provider_config": {"aws": {
#         "name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"}}
#       }}}}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [], "configuration": {"provider_config": {"aws": {
#         "name": "aws", "expressions": {"secret_key": {"constant_value": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}}
#       }}}}
deny_provider contains result if {
	some name, provider in input.configuration.provider_config
	some field in ["access_key", "secret_key", "token", "client_secret", "password", "credentials", "api_token", "api_key"]
	value := provider.expressions[field].constant_value
	is_string(value)
	credentials.is_literal(value)
	not value in {"mock", "mock_access_key", "mock_secret_key", "test", "fake", "dummy"}
	not regex.match(`\.json$`, value)
	result := {
		"message": sprintf("provider `%s` has `%s` in plain text", [name, field]),
		"path": ["configuration", "provider_config", name, "expressions", field, "constant_value"],
	}
}

passwords := {
	"aws_db_instance": "password",
	"aws_docdb_cluster": "master_password",
	"aws_rds_cluster": "master_password",
	"aws_redshift_cluster": "master_password",
	"azurerm_linux_virtual_machine": "admin_password",
	"azurerm_mssql_server": "administrator_login_password",
	"azurerm_mysql_flexible_server": "administrator_password",
	"azurerm_mysql_server": "administrator_login_password",
	"azurerm_postgresql_flexible_server": "administrator_password",
	"azurerm_postgresql_server": "administrator_login_password",
	"azurerm_windows_virtual_machine": "admin_password",
	"google_sql_user": "password",
}

# METADATA
# title: Passwords of databases and machines must not stand in the configuration
# description: >-
#   A password in the repository is known to everyone who can read it, and stays in its history.
# custom:
#   severity: high
#   remediation: 'let the service manage the password (`manage_master_user_password`), or read it from a secret store; replace it, for it is known'
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"password": "hunter2!"}, "after_unknown": {}}
#       }], "configuration": {"root_module": {"resources": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "expressions": {"password": {"references": ["var.password"]}}
#       }]}}}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"password": "hunter2!"}, "after_unknown": {}}
#       }], "configuration": {"root_module": {"resources": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "expressions": {"password": {"constant_value": "hunter2!"}}
#       }]}}}
deny_password contains terraform.finding(change, [field], "has a password that stands in the configuration") if {
	some type, field in passwords
	some change in terraform.changes_by_type[type]
	credentials.is_literal(constant(change, field))
}

deny_password contains terraform.finding(change, [field], sprintf("has a password that stands in the configuration, as the default of `%s`", [reference])) if {
	some type, field in passwords
	some change in terraform.changes_by_type[type]
	object.get(change.resource, "module_address", "") == ""
	some reference in modules.configured(change).expressions[field].references
	startswith(reference, "var.")
	credentials.is_literal(input.configuration.root_module.variables[substring(reference, 4, -1)].default)
}

# METADATA
# title: Secrets must be SecureString parameters
# description: >-
#   A String parameter is kept and shown in plain text.
# custom:
#   severity: medium
#   remediation: 'set `type = "SecureString"`, and replace the value'
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ssm_parameter.main", "mode": "managed", "type": "aws_ssm_parameter", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "/shop/db_password", "type": "SecureString", "value": "hunter2!"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ssm_parameter.main", "mode": "managed", "type": "aws_ssm_parameter", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "/shop/db_password", "type": "String", "value": "hunter2!"}, "after_unknown": {}}
#       }]}
deny_parameter contains terraform.finding(parameter, ["type"], "holds a secret in plain text") if {
	some parameter in terraform.changes_by_type.aws_ssm_parameter
	parameter.after.type in {"String", "StringList"}
	is_string(parameter.after.name)
	is_string(parameter.after.value)
	parts := split(parameter.after.name, "/")
	credentials.is_plain(parts[count(parts) - 1], parameter.after.value)
	not startswith(parameter.after.value, "arn:")
}
