package attest.deployment.node_selection_test

import data.attest.deployment.node_selection
import data.attest.lib.fixtures_test as fixtures

test_named_by_a_controller if {
	fixtures.messages(node_selection.warn_name) == {"the pods name their node, `n7`"} with input as fixtures.deployment({"nodeName": "n7"})
}

test_named_by_a_manifest if {
	fixtures.messages(node_selection.warn_name) == {"the pod names its node, `n7`"} with input as fixtures.pod({"nodeName": "n7"})
}

test_given_by_the_scheduler if {
	count(node_selection.warn_name) == 0 with input as object.union(fixtures.pod({"nodeName": "n7"}), {"metadata": {"name": "a", "uid": "1"}})
}

test_every_taint if {
	fixtures.messages(node_selection.warn_tolerations) == {"the pod tolerates every taint"} with input as fixtures.deployment({"tolerations": [{"operator": "Exists"}]})
}

test_one_taint if {
	count(node_selection.warn_tolerations) == 0 with input as fixtures.deployment({"tolerations": [{"key": "gpu", "operator": "Exists"}]})
}
