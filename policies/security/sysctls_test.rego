package attest.security.sysctls_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.sysctls

test_unsafe if {
	fixtures.messages(sysctls.deny) == {"the pod sets the unsafe sysctl `kernel.msgmax`"} with input as fixtures.deployment({"securityContext": {"sysctls": [{"name": "kernel.msgmax", "value": "1"}, {"name": "net.ipv4.tcp_syncookies", "value": "1"}]}})
}

test_safe if {
	count(sysctls.deny) == 0 with input as fixtures.pod({"securityContext": {"sysctls": [{"name": "net.ipv4.tcp_syncookies", "value": "1"}]}})
}
