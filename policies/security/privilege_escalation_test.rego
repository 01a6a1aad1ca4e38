package attest.security.privilege_escalation_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.privilege_escalation

test_asked_for if {
	fixtures.messages(privilege_escalation.deny_allowed) == {"container `a` asks for privilege escalation"} with input as fixtures.deployment_with({"securityContext": {"allowPrivilegeEscalation": true}})
}

test_forbidden if {
	count(privilege_escalation.deny_allowed) == 0 with input as fixtures.pod_with({"securityContext": {"allowPrivilegeEscalation": false}})
}

test_nothing_said if {
	fixtures.messages(privilege_escalation.warn_unset) == {"container `a` may gain privileges"} with input as fixtures.cron_job({})
}

test_forbidden_so_no_warning if {
	count(privilege_escalation.warn_unset) == 0 with input as fixtures.pod_with({"securityContext": {"allowPrivilegeEscalation": false}})
}

test_privileged_is_the_cause if {
	count(privilege_escalation.warn_unset) == 0 with input as fixtures.pod_with({"securityContext": {"privileged": true}})
}
