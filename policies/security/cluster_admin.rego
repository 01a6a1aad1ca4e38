# METADATA
# title: Nobody must be cluster admin who need not be
# description: >-
#   Cluster admins may do anything to anything in the cluster, and nothing limits what goes wrong through them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
package attest.security.cluster_admin

import data.attest.lib.rbac

# METADATA
# title: Bindings must not grant cluster-admin
# description: >-
#   `cluster-admin` may do anything to anything in the cluster; bound in one namespace, anything there, the secrets and all that runs with them.
# custom:
#   severity: critical
#   remediation: bind a role that grants what is needed
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.1"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.1", "CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.2", "7.2.5"]
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
#       metadata: {name: ci}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
#       subjects: [{kind: ServiceAccount, name: ci, namespace: ci}]
deny_binding contains result if {
	input.roleRef.name == "cluster-admin"
	some found in rbac.subjects
	found.subject.name != "system:masters"
	result := {
		"message": sprintf("%s is bound to `cluster-admin`", [rbac.described(found.subject)]),
		"path": found.path,
		"severity": severity,
	}
}

# METADATA
# title: Bindings must not rely on system:masters
# description: >-
#   The API server lets `system:masters` through without asking RBAC or webhooks, and a certificate that says so cannot be revoked. Nothing should be granted to it.
# custom:
#   severity: high
#   remediation: bind the role to a group of your own
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.7"]
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
#       subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters"}]
deny_masters contains result if {
	some found in rbac.subjects
	found.subject.name == "system:masters"
	not is_default
	result := {
		"message": "the binding relies on the group `system:masters`",
		"path": found.path,
	}
}

default severity := "critical"

severity := "high" if input.kind == "RoleBinding"

# The binding that every cluster has.
is_default if {
	input.metadata.name == "cluster-admin"
	input.roleRef.name == "cluster-admin"
}
