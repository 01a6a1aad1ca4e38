package attest.security.host_path_test

import data.attest.security.host_path

test_path_of_the_node if {
	messages := {result.message | some result in host_path.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"volumes": [{"name": "v", "hostPath": {"path": "/etc"}}], "containers": [{"name": "a", "image": "r/a:1"}]}}
	messages == {"volume `v` mounts `/etc` of the node"}
}

test_other_volumes if {
	count(host_path.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"volumes": [{"name": "v", "emptyDir": {}}], "containers": [{"name": "a", "image": "r/a:1"}]}}
}
