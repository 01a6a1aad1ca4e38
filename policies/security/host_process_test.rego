package attest.security.host_process_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.host_process

test_host_process_of_the_pod if {
	fixtures.messages(host_process.deny) == {"the container is a process of its Windows node"} with input as fixtures.deployment({"securityContext": {"windowsOptions": {"hostProcess": true}}, "containers": [{"name": "a"}, {"name": "b"}]})
}

test_windows_container if {
	count(host_process.deny) == 0 with input as fixtures.pod({"os": {"name": "windows"}})
}
