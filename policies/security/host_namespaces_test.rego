package attest.security.host_namespaces_test

import data.attest.security.host_namespaces

test_network_of_the_node if {
	messages := {result.message | some result in host_namespaces.deny} with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"}, "spec": {"template": {"spec": {"hostNetwork": true, "containers": [{"name": "a", "image": "r/a:1"}]}}}}
	messages == {"the pod shares its node's namespace: `hostNetwork` is true"}
}

test_own_namespaces if {
	count(host_namespaces.deny) == 0 with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"}, "spec": {"template": {"spec": {"hostNetwork": false, "hostPID": false, "containers": [{"name": "a", "image": "r/a:1"}]}}}}
}
