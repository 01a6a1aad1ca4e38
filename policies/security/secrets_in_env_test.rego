package attest.security.secrets_in_env_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.secrets_in_env

test_password if {
	fixtures.messages(secrets_in_env.deny_variable) == {"container `a` has a secret in its environment: `DB_PASSWORD`"} with input as fixtures.deployment_with({"env": [{"name": "DB_PASSWORD", "value": "hunter2"}]})
}

test_key_by_its_form if {
	fixtures.messages(secrets_in_env.deny_variable) == {"container `a` has an AWS access key in its environment: `SETTING`"} with input as fixtures.pod_with({"env": [{"name": "SETTING", "value": "AKIAIOSFODNN7EXAMPLE"}]})
}

test_url_with_a_password if {
	fixtures.messages(secrets_in_env.deny_variable) == {"container `a` has a URL with a password in its environment: `DATABASE_URL`"} with input as fixtures.cron_job_with({"env": [{"name": "DATABASE_URL", "value": "postgres://shop:hunter2@db/shop"}]})
}

test_references if {
	count(secrets_in_env.deny_variable) == 0 with input as fixtures.pod_with({"env": [{"name": "DB_PASSWORD", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}, {"name": "TOKEN", "value": "$(OTHER)"}, {"name": "API_KEY", "value": "/run/secrets/key"}, {"name": "DATABASE_URL", "value": "postgres://shop:$(PASSWORD)@db/shop"}]})
}

test_names_that_only_resemble if {
	count(secrets_in_env.deny_variable) == 0 with input as fixtures.pod_with({"env": [{"name": "TOKENIZER", "value": "x"}, {"name": "PASSWORD_MIN_LENGTH", "value": "8"}, {"name": "USE_TOKEN", "value": "true"}]})
}

test_password_on_the_command_line if {
	fixtures.messages(secrets_in_env.deny_command) == {"container `a` has a secret in its command"} with input as fixtures.deployment_with({"args": ["--db-password=hunter2"]})
}

test_token_by_its_form if {
	fixtures.messages(secrets_in_env.deny_command) == {"container `a` has a GitHub token in its command"} with input as fixtures.pod_with({"command": ["sh", "-c", "curl -H 'Authorization: ghp_0123456789abcdefghijklmnopqrstuvwxyzAB' https://api.example.com"]})
}

test_name_of_a_secret if {
	count(secrets_in_env.deny_command) == 0 with input as fixtures.pod_with({"args": ["--tls-secret=shop/web-tls", "--webhook-secret=web-hook"]})
}

test_password_from_elsewhere if {
	count(secrets_in_env.deny_command) == 0 with input as fixtures.pod_with({"args": ["--db-password=$(DB_PASSWORD)", "--password-file=/run/secrets/db"]})
}

test_secret_in_the_environment if {
	fixtures.messages(secrets_in_env.warn_reference) == {"container `a` has the secret `P` in its environment"} with input as fixtures.pod_with({"env": [{"name": "P", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}]}) with data.attest.parameters["secrets-in-env"] as {"prefer_files": true}
}

test_not_asked_by_default if {
	count(secrets_in_env.warn_reference) == 0 with input as fixtures.pod_with({"env": [{"name": "P", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}]})
}
