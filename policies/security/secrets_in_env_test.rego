package attest.security.secrets_in_env_test

import data.attest.security.secrets_in_env

test_password if {
	messages := {result.message | some result in secrets_in_env.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "env": [{"name": "DB_PASSWORD", "value": "x"}]}]}}
	messages == {"container `a` has a secret in its environment: `DB_PASSWORD`"}
}

test_reference if {
	count(secrets_in_env.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "env": [{"name": "DB_PASSWORD", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}, {"name": "TOKEN", "value": "$(OTHER)"}, {"name": "API_KEY", "value": "/run/secrets/key"}]}]}}
}

test_names_that_only_resemble if {
	count(secrets_in_env.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "env": [{"name": "TOKENIZER", "value": "x"}, {"name": "PASSWORD_MIN_LENGTH", "value": "8"}]}]}}
}
