# METADATA
# title: Roles must not grant everything
# description: A wildcard grants what exists today and whatever is added tomorrow.
# custom:
#   severity: high
#   fix: list the verbs, resources and groups that are needed
package attest.security.rbac_wildcards

deny contains result if {
	input.kind in {"Role", "ClusterRole"}
	some i, rule in input.rules
	some field in ["verbs", "resources"]
	some j, granted in rule[field]
	granted == "*"
	result := {
		"message": sprintf("%s `%s` grants all %s", [lower(input.kind), input.metadata.name, field]),
		"path": ["rules", i, field, j],
	}
}
