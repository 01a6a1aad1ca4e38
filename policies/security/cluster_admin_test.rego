package attest.security.cluster_admin_test

import data.attest.security.cluster_admin

test_service_account if {
	messages := {result.message | some result in cluster_admin.deny} with input as {"kind": "ClusterRoleBinding", "metadata": {"name": "b"}, "roleRef": {"name": "cluster-admin"}, "subjects": [{"kind": "ServiceAccount", "name": "ci"}]}
	messages == {"serviceaccount `ci` is bound to `cluster-admin`"}
}

test_built_in_group if {
	count(cluster_admin.deny) == 0 with input as {"kind": "ClusterRoleBinding", "metadata": {"name": "b"}, "roleRef": {"name": "cluster-admin"}, "subjects": [{"kind": "Group", "name": "system:masters"}]}
}

test_smaller_role if {
	count(cluster_admin.deny) == 0 with input as {"kind": "RoleBinding", "metadata": {"name": "b"}, "roleRef": {"name": "view"}, "subjects": [{"kind": "User", "name": "u"}]}
}
