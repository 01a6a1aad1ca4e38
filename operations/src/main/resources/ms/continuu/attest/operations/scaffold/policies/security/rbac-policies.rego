# METADATA
# title: Roles must name what they grant
# description: >-
#   A wildcard grants what is added to the cluster later, too: secrets, and the right to grant rights.
# custom:
#   severity: high
#   remediation: list the verbs and resources that are needed
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.3"]
#     SOC2: ["CC6.3"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader}
#       rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader}
#       rules: [{apiGroups: [""], resources: [pods], verbs: ["*"]}]
package security.rbac_policies

import data.attest.lib.kubernetes

deny contains result if {
	input.kind in {"Role", "ClusterRole"}
	some i, rule in input.rules
	some field in ["verbs", "resources"]
	some j, granted in rule[field]
	granted == "*"
	result := {
		"message": sprintf("%s `%s` grants all %s", [lower(input.kind), kubernetes.name, field]),
		"path": ["rules", i, field, j],
	}
}
