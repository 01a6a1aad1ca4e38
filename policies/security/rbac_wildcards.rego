# METADATA
# title: Roles must not grant everything
# description: >-
#   A wildcard grants what exists today and whatever is added tomorrow.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
package attest.security.rbac_wildcards

import data.attest.lib.kubernetes
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
	some found in granting
	not found.is_custom
	result := {
		"message": sprintf("%s grants %s", [rbac.role, found.what]),
		"path": array.concat(found.path, [found.wildcards[0]]),
		"severity": severity(found),
	}
}

# METADATA
# title: Roles should list what they grant on custom resources
# description: >-
#   An operator needs few verbs on few resources of its own, and `*` grows with everything that their API group gains.
# custom:
#   severity: low
#   remediation: list the verbs and resources that are needed
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
	some found in granting
	found.is_custom
	result := {
		"message": sprintf("%s grants %s of %s", [rbac.role, found.what, kubernetes.quoted(found.rule.apiGroups)]),
		"path": array.concat(found.path, [found.wildcards[0]]),
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

granting := [object.union(found, {"wildcards": wildcards, "what": what(found.rule, wildcards), "is_custom": is_custom(found.rule)}) |
	some found in rbac.rules
	wildcards := [field | some field in ["verbs", "resources", "nonResourceURLs"]; "*" in object.get(found.rule, field, [])]
	count(wildcards) > 0
]

what(_, wildcards) := sprintf("all %s", [concat(" on all ", [words[field] | some field in wildcards])]) if wildcards != ["verbs"]

what(rule, ["verbs"]) := sprintf("all verbs on %s", [kubernetes.quoted(targets(rule))])

# Long lists are told by their first members.
targets(rule) := array.slice(array.concat(object.get(rule, "resources", []), object.get(rule, "nonResourceURLs", [])), 0, 3)

words := {"verbs": "verbs", "resources": "resources", "nonResourceURLs": "URLs"}

default severity(_) := "high"

severity(found) := "critical" if {
	input.kind == "ClusterRole"
	"*" in found.rule.apiGroups
	count(found.wildcards) > 1
}

# Groups through which workloads, secrets, permissions or the API itself are reached. What others hold is their operator's affair.
default is_custom(_) := false

is_custom(rule) if {
	count(rule.apiGroups) > 0
	every group in rule.apiGroups {
		not group in powerful
	}
}

powerful := {
	"*", "", "apps", "batch", "extensions", "rbac.authorization.k8s.io", "admissionregistration.k8s.io", "apiextensions.k8s.io",
	"apiregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "certificates.k8s.io", "policy", "storage.k8s.io",
}
