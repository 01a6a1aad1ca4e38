package attest.security.capabilities_test

import data.attest.security.capabilities

test_dangerous_capability if {
	messages := {result.message | some result in capabilities.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"capabilities": {"add": ["NET_BIND_SERVICE", "CAP_SYS_ADMIN"]}}}]}}
	messages == {"container `a` adds the capability `CAP_SYS_ADMIN`"}
}

test_default_capabilities if {
	count(capabilities.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"capabilities": {"add": ["CHOWN", "KILL"], "drop": ["ALL"]}}}]}}
}
