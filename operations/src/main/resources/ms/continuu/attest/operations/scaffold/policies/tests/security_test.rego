package tests.security_test

import data.security.container_security
import data.security.network_policies
import data.security.rbac_policies

pod(settings) := {"kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"name": "web", "securityContext": settings}]}}

test_privileged_container if {
	count(container_security.deny_privileged) == 1 with input as pod({"privileged": true})
}

test_unprivileged_container if {
	count(container_security.deny_privileged) == 0 with input as pod({"privileged": false})
}

test_container_that_may_gain_privileges if {
	count(container_security.deny_escalation) == 1 with input as pod({})
}

test_container_that_may_not_gain_privileges if {
	count(container_security.deny_escalation) == 0 with input as pod({"allowPrivilegeEscalation": false})
}

test_network_policy_for_everybody if {
	count(network_policies.deny) == 1 with input as {"kind": "NetworkPolicy", "metadata": {"name": "a"}, "spec": {"ingress": [{}]}}
}

test_network_policy_for_nobody if {
	count(network_policies.deny) == 0 with input as {"kind": "NetworkPolicy", "metadata": {"name": "a"}, "spec": {"ingress": []}}
}

test_role_for_everything if {
	role := {"kind": "ClusterRole", "metadata": {"name": "a"}, "rules": [{"verbs": ["*"], "resources": ["*"]}]}
	count(rbac_policies.deny) == 2 with input as role
}

test_role_that_lists if {
	role := {"kind": "Role", "metadata": {"name": "a"}, "rules": [{"verbs": ["get"], "resources": ["pods"]}]}
	count(rbac_policies.deny) == 0 with input as role
}
