package attest.security.cluster_admin_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.cluster_admin

test_service_account if {
	fixtures.messages(cluster_admin.deny_binding) == {"service account `ci` is bound to `cluster-admin`"} with input as fixtures.binding("cluster-admin", [{"kind": "ServiceAccount", "name": "ci", "namespace": "ci"}])
}

test_smaller_role if {
	count(cluster_admin.deny_binding) == 0 with input as fixtures.binding("view", [{"kind": "User", "name": "u"}])
}

test_binding_that_every_cluster_has if {
	count(cluster_admin.deny_binding) == 0 with input as fixtures.binding("cluster-admin", [{"kind": "Group", "name": "system:masters"}])
}

test_group_past_all_checks if {
	fixtures.messages(cluster_admin.deny_masters) == {"the binding relies on the group `system:masters`"} with input as fixtures.binding("view", [{"kind": "Group", "name": "system:masters"}])
}

test_other_group if {
	count(cluster_admin.deny_masters) == 0 with input as fixtures.binding("view", [{"kind": "Group", "name": "developers"}])
}
