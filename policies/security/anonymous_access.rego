# METADATA
# title: Nothing must be granted to everybody
# description: >-
#   Some groups hold everyone who reaches the API server, or every pod. What they may do, every intruder may do.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
package attest.security.anonymous_access

import data.attest.lib.rbac

# METADATA
# title: Bindings must not grant anything to the unauthenticated
# description: >-
#   `system:anonymous` and `system:unauthenticated` are whoever reaches the API server, without any password.
# custom:
#   severity: critical
#   remediation: bind the role to named users, groups or service accounts
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Authentication"]
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(d)"]
#     PCI-DSS-4.0: ["7.2.1"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRoleBinding
#       metadata: {name: viewers}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
#       subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers}]
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRoleBinding
#       metadata: {name: viewers}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
#       subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: "system:anonymous"}]
deny_unauthenticated contains result if {
	some found in rbac.subjects
	found.subject.name in {"system:anonymous", "system:unauthenticated"}
	not input.roleRef.name in public_roles
	result := {
		"message": sprintf("`%s` is granted to the unauthenticated, `%s`", [input.roleRef.name, found.subject.name]),
		"path": found.path,
	}
}

# METADATA
# title: Bindings must not grant anything to all users or all pods
# description: >-
#   `system:authenticated` is everyone with an account, on some clouds anyone with an account there; `system:serviceaccounts` is every pod in the cluster.
# custom:
#   severity: high
#   remediation: bind the role to named users, groups or service accounts
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.2"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRoleBinding
#       metadata: {name: viewers}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
#       subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers}]
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRoleBinding
#       metadata: {name: viewers}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
#       subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated"}]
deny_everybody contains result if {
	some found in rbac.subjects
	found.subject.name in {"system:authenticated", "system:serviceaccounts"}
	not input.roleRef.name in public_roles
	result := {
		"message": sprintf("`%s` is granted to everybody in `%s`", [input.roleRef.name, found.subject.name]),
		"path": found.path,
	}
}

# What every cluster grants to everybody: who am I, which APIs are there, is the server healthy.
public_roles := {"system:public-info-viewer", "system:discovery", "system:basic-user"}
