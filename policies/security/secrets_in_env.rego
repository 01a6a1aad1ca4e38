# METADATA
# title: Secrets must not stand in manifests
# description: A password or key in a manifest is known to everyone who can read the repository or the cluster.
# custom:
#   severity: high
#   fix: move the value to a secret and refer to it with `valueFrom.secretKeyRef`
package attest.security.secrets_in_env

import data.attest.lib.kubernetes

secret_name := `(?i)(^|_)(password|passwd|pwd|secret|token|api_?key|access_?key|private_?key|credentials?)$`

deny contains result if {
	some found in kubernetes.containers
	some i, variable in found.container.env
	regex.match(secret_name, variable.name)
	is_literal(variable.value)
	result := {
		"message": sprintf("container `%s` has a secret in its environment: `%s`", [found.name, variable.name]),
		"path": array.concat(found.path, ["env", i, "value"]),
	}
}

# `$(NAME)` refers to another variable, and a path names a file that holds the secret.
is_literal(value) if {
	is_string(value)
	count(value) > 0
	not startswith(value, "$(")
	not startswith(value, "/")
}
