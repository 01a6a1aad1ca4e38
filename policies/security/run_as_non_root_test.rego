package attest.security.run_as_non_root_test

import data.attest.security.run_as_non_root

test_root_by_number if {
	messages := {result.message | some result in run_as_non_root.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"runAsUser": 0}}]}}
	messages == {"container `a` runs as root: `runAsUser` is 0"}
}

test_nothing_said if {
	messages := {result.message | some result in run_as_non_root.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1"}]}}
	messages == {"container `a` may run as root"}
}

test_pod_says_non_root if {
	count(run_as_non_root.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"securityContext": {"runAsNonRoot": true}, "containers": [{"name": "a", "image": "r/a:1"}]}}
}

test_container_overrides_pod if {
	messages := {result.message | some result in run_as_non_root.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"securityContext": {"runAsNonRoot": true}, "containers": [{"name": "a", "image": "r/a:1", "securityContext": {"runAsNonRoot": false}}]}}
	messages == {"container `a` may run as root"}
}

test_user_number if {
	count(run_as_non_root.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"runAsUser": 1000}}]}}
}
