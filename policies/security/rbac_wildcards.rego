# METADATA
# title: Roles must not grant everything
# description: >-
#   A wildcard grants what exists today and whatever is added tomorrow.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
package attest.security.rbac_wildcards

import data.attest.lib.rbac

# METADATA
# title: Roles must not grant all verbs or all resources
# description: >-
#   All verbs include those that lead further, such as `escalate` and `impersonate`; all resources include secrets and roles.
# custom:
#   severity: high
#   remediation: list the verbs, resources and API groups that are needed
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.3"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [apps], resources: [deployments], verbs: [get, list, watch]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
deny_wildcard contains result if {
	some found in rbac.rules
	wildcards := [field | some field in ["verbs", "resources", "nonResourceURLs"]; "*" in object.get(found.rule, field, [])]
	count(wildcards) > 0
	not is_own_kind(found.rule, wildcards)
	result := {
		"message": sprintf("%s grants all %s", [rbac.role, concat(" on all ", [words[field] | some field in wildcards])]),
		"path": array.concat(found.path, [wildcards[0]]),
		"severity": severity(wildcards),
	}
}

# METADATA
# title: Roles should list the verbs on custom resources
# description: >-
#   An operator needs few verbs on its own resources, and `*` grows with every subresource that its definitions gain.
# custom:
#   severity: low
#   remediation: list the verbs that are needed
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.3"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [shop.example.com], resources: [orders], verbs: [get, list, watch]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [shop.example.com], resources: [orders], verbs: ["*"]}
warn_custom contains result if {
	some found in rbac.rules
	is_own_kind(found.rule, [field | some field in ["verbs", "resources", "nonResourceURLs"]; "*" in object.get(found.rule, field, [])])
	result := {
		"message": sprintf("%s grants all verbs on %s", [rbac.role, concat(", ", [sprintf("`%v`", [name]) | some name in found.rule.resources])]),
		"path": array.concat(found.path, ["verbs"]),
	}
}

# METADATA
# title: Roles should name the API groups they speak of
# description: >-
#   A resource name means something else in each API group, and any custom resource definition may add a group with that name.
# custom:
#   severity: low
#   remediation: 'list the API groups; the core group is `""`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.3"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [apps], resources: [deployments], verbs: [get]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: ["*"], resources: [deployments], verbs: [get]}
warn_groups contains result if {
	some found in rbac.rules
	"*" in found.rule.apiGroups
	not "*" in found.rule.verbs
	not "*" in found.rule.resources
	result := {
		"message": sprintf("%s speaks of all API groups", [rbac.role]),
		"path": array.concat(found.path, ["apiGroups"]),
	}
}

words := {"verbs": "verbs", "resources": "resources", "nonResourceURLs": "URLs"}

default severity(_) := "high"

severity(wildcards) := "critical" if {
	count(wildcards) > 1
	input.kind == "ClusterRole"
}

# All verbs, but on named resources of groups that Kubernetes does not define itself.
is_own_kind(rule, ["verbs"]) if {
	count(object.get(rule, "apiGroups", [])) > 0
	every group in rule.apiGroups {
		contains(group, ".")
		not endswith(group, ".k8s.io")
	}
}
