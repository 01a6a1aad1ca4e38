package attest.security.capabilities_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.capabilities

test_dangerous_capability if {
	fixtures.messages(capabilities.deny_added) == {"container `a` adds the capability `CAP_SYS_ADMIN`"} with input as fixtures.deployment_with({"securityContext": {"capabilities": {"add": ["NET_BIND_SERVICE", "CAP_SYS_ADMIN"]}}})
}

test_default_capabilities if {
	count(capabilities.deny_added) == 0 with input as fixtures.pod_with({"securityContext": {"capabilities": {"add": ["CHOWN", "kill"]}}})
}

test_privileged_is_the_cause if {
	count(capabilities.deny_added) == 0 with input as fixtures.pod_with({"securityContext": {"privileged": true, "capabilities": {"add": ["SYS_ADMIN"]}}})
}

test_allowed_capability if {
	count(capabilities.deny_added) == 0 with input as fixtures.pod_with({"securityContext": {"capabilities": {"add": ["NET_ADMIN"]}}}) with data.attest.parameters.capabilities as {"allowed": ["NET_ADMIN"]}
}

test_default_capabilities_kept if {
	fixtures.messages(capabilities.warn_kept) == {"container `a` keeps the default capabilities"} with input as fixtures.cron_job({})
}

test_all_dropped if {
	count(capabilities.warn_kept) == 0 with input as fixtures.pod_with({"securityContext": {"capabilities": {"drop": ["all"]}}})
}

test_windows_has_none if {
	count(capabilities.warn_kept) == 0 with input as fixtures.pod({"os": {"name": "windows"}})
}
