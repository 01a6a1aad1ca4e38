# METADATA
# title: Nobody but the built-in groups is cluster admin
# description: '`cluster-admin` may do anything to anything in the cluster.'
# custom:
#   severity: critical
#   fix: bind a role that grants what is needed
package attest.security.cluster_admin

deny contains result if {
	input.kind in {"ClusterRoleBinding", "RoleBinding"}
	input.roleRef.name == "cluster-admin"
	some i, subject in input.subjects
	not subject.name in {"system:masters"}
	result := {
		"message": sprintf("%s `%s` is bound to `cluster-admin`", [lower(subject.kind), subject.name]),
		"path": ["subjects", i],
	}
}
