package attest.deployment.resources_test

import data.attest.deployment.resources

test_nothing_said if {
	messages := {result.message | some result in resources.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1"}]}}
	messages == {"container `a` has no requests.cpu, requests.memory, limits.memory"}
}

test_all_said if {
	count(resources.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "resources": {"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"memory": "1Gi"}}}]}}
}
