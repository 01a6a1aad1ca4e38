package attest.deployment.naked_pods_test

import data.attest.deployment.naked_pods
import data.attest.lib.fixtures_test as fixtures

test_pod_of_nobody if {
	fixtures.messages(naked_pods.warn) == {"nothing restarts pod `web` on another node"} with input as fixtures.pod({})
}

test_pod_of_a_controller if {
	count(naked_pods.warn) == 0 with input as object.union(fixtures.pod({}), {"metadata": {"name": "a", "ownerReferences": [{"kind": "ReplicaSet"}]}})
}

test_pod_that_ends if {
	count(naked_pods.warn) == 0 with input as fixtures.pod({"restartPolicy": "Never"})
}

test_controller if {
	count(naked_pods.warn) == 0 with input as fixtures.deployment({})
}
