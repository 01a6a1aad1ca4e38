package attest.security.control_plane_nodes_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.control_plane_nodes

test_tolerated_under_both_names if {
	fixtures.messages(control_plane_nodes.warn) == {"the pod may run on the nodes of the control plane"} with input as fixtures.deployment({"tolerations": [{"key": "node-role.kubernetes.io/master"}, {"key": "node-role.kubernetes.io/control-plane"}], "nodeSelector": {"node-role.kubernetes.io/control-plane": "true"}})
}

test_selected if {
	fixtures.messages(control_plane_nodes.warn) == {"the pod runs on the nodes of the control plane"} with input as fixtures.cron_job({"nodeSelector": {"node-role.kubernetes.io/master": "true"}})
}

test_agent_of_every_node if {
	count(control_plane_nodes.warn) == 0 with input as fixtures.controller("apps/v1", "DaemonSet", {"template": {"spec": {"tolerations": [{"key": "node-role.kubernetes.io/control-plane"}]}}})
}

test_other_taint if {
	count(control_plane_nodes.warn) == 0 with input as fixtures.pod({"tolerations": [{"key": "gpu"}]})
}
