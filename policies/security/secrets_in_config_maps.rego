# METADATA
# title: ConfigMaps must not hold secrets
# description: >-
#   ConfigMaps are neither encrypted at rest nor kept from those who may only look: `view` reads them all.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: high
#   remediation: move the value to a Secret; replace it, for it is known
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Secrets"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["8.6.2"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: web}
#       data: {LOG_LEVEL: info}
#     bad: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: web}
#       data: {DB_PASSWORD: hunter2}
package attest.security.secrets_in_config_maps

import data.attest.lib.credentials

deny contains result if {
	input.kind == "ConfigMap"
	some key, value in input.data
	is_string(value)
	what := told(key, value)
	result := {
		"message": sprintf("`%s` is %s", [key, what]),
		"path": ["data", key],
	}
}

told(key, value) := "a secret" if {
	credentials.is_plain(key, value)
	not contains(value, "\n")
	not credentials.form(value)
}

told(_, value) := credentials.form(value)
