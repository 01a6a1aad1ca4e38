package attest.security.volume_types_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.volume_types

test_git_repository if {
	fixtures.messages(volume_types.deny_git_repo) == {"volume `v` makes the node run git"} with input as fixtures.deployment({"volumes": [{"name": "v", "gitRepo": {"repository": "https://git.example.com/a.git"}}]})
}

test_other_volume if {
	count(volume_types.deny_git_repo) == 0 with input as fixtures.pod({"volumes": [{"name": "v", "emptyDir": {}}]})
}

test_mounts_that_reach_the_node if {
	fixtures.messages(volume_types.deny_propagation) == {"container `a` passes its mounts below `/x` on to the node"} with input as fixtures.pod_with({"volumeMounts": [{"name": "v", "mountPath": "/x", "mountPropagation": "Bidirectional"}]})
}

test_mounts_that_come_from_the_node if {
	count(volume_types.deny_propagation) == 0 with input as fixtures.pod_with({"volumeMounts": [{"name": "v", "mountPath": "/x", "mountPropagation": "HostToContainer"}]})
}
