package attest.security.privilege_escalation_test

import data.attest.security.privilege_escalation

test_unset if {
	messages := {result.message | some result in privilege_escalation.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1"}]}}
	messages == {"container `a` may gain privileges"}
}

test_allowed if {
	messages := {result.message | some result in privilege_escalation.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"allowPrivilegeEscalation": true}}]}}
	messages == {"container `a` may gain privileges"}
}

test_forbidden if {
	count(privilege_escalation.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"allowPrivilegeEscalation": false}}]}}
}
