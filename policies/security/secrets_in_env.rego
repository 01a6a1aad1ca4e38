# METADATA
# title: Secrets must not stand in manifests
# description: >-
#   A password or key in a manifest is known to everyone who can read the repository, the cluster or the process list.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   parameters:
#     prefer_files: {type: boolean, description: whether secrets must be mounted as files rather than put into the environment}
package attest.security.secrets_in_env

import data.attest.lib.credentials
import data.attest.lib.kubernetes
import data.attest.parameters["secrets-in-env"] as parameters

# METADATA
# title: Environment variables must not hold secrets in plain text
# description: >-
#   A password or key in a manifest is known to everyone who can read the repository or the cluster.
# custom:
#   severity: high
#   remediation: move the value to a Secret and refer to it with `valueFrom.secretKeyRef`; replace it, for it is known
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Secrets"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: DB_PASSWORD, value: hunter2}]}]
deny_variable contains result if {
	some found in kubernetes.variables
	what := told(found)
	result := {
		"message": sprintf("container `%s` has %s in its environment: `%s`", [found.name, what, found.variable]),
		"path": found.path,
	}
}

# METADATA
# title: Commands must not hold secrets in plain text
# description: >-
#   What stands on a command line is known to everyone who reads the manifest, and to every process of the node.
# custom:
#   severity: high
#   remediation: let the program read a mounted Secret, or a variable with `valueFrom.secretKeyRef` as `$(NAME)`
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Secrets"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", args: ["--db-password=$(DB_PASSWORD)"]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", args: ["--db-password=hunter2"]}]
deny_command contains result if {
	some found in kubernetes.words
	what := given(found.word)
	result := {
		"message": sprintf("container `%s` has %s in its command", [found.name, what]),
		"path": found.path,
	}
}

# METADATA
# title: Secrets must be mounted as files
# description: >-
#   The environment is inherited by every child, shown by debuggers and crash reports, and does not follow a rotated secret. Asked only where `prefer_files` is true.
# custom:
#   severity: low
#   remediation: mount the Secret as a volume and let the program read the file
#   controls:
#     CIS-Kubernetes-1.9: ["5.4.1"]
#   examples:
#     parameters: {prefer_files: true}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", volumeMounts: [{name: db, mountPath: /secrets/db, readOnly: true}]}]
#         volumes: [{name: db, secret: {secretName: db}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}]}]
warn_reference contains result if {
	parameters.prefer_files == true
	some found in kubernetes.containers
	some i, variable in found.container.env
	variable.valueFrom.secretKeyRef
	result := {
		"message": sprintf("container `%s` has the secret `%s` in its environment", [found.name, variable.name]),
		"path": array.concat(found.path, ["env", i, "valueFrom", "secretKeyRef"]),
	}
}

told(found) := "a secret" if {
	credentials.is_plain(found.variable, found.value)
	not credentials.form(found.value)
}

told(found) := credentials.form(found.value)

given(word) := "a secret" if {
	parts := regex.find_n(`^--?[A-Za-z0-9._-]+=`, word, 1)
	credentials.is_plain(trim_right(parts[0], "="), substring(word, count(parts[0]), -1))
	not credentials.form(word)
}

given(word) := credentials.form(word)
