package attest.security.host_namespaces_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.host_namespaces

test_network_of_the_node if {
	fixtures.messages(host_namespaces.deny_network) == {"the pod uses the network of its node"} with input as fixtures.deployment({"hostNetwork": true})
}

test_processes_of_the_node if {
	fixtures.messages(host_namespaces.deny_processes) == {"the pod sees the processes of its node"} with input as fixtures.pod({"hostPID": true})
}

test_memory_of_the_node if {
	fixtures.messages(host_namespaces.deny_memory) == {"the pod shares the memory of its node"} with input as fixtures.cron_job({"hostIPC": true})
}

test_network_of_its_own if {
	count(host_namespaces.deny_network) == 0 with input as fixtures.deployment({"hostNetwork": false})
}

test_processes_of_its_own if {
	count(host_namespaces.deny_processes) == 0 with input as fixtures.pod({})
}

test_memory_of_its_own if {
	count(host_namespaces.deny_memory) == 0 with input as fixtures.pod({})
}
