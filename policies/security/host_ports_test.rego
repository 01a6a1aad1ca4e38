package attest.security.host_ports_test

import data.attest.security.host_ports

test_port_of_the_node if {
	messages := {result.message | some result in host_ports.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "ports": [{"containerPort": 80, "hostPort": 80}]}]}}
	messages == {"container `a` takes port 80 of the node"}
}

test_no_port_of_the_node if {
	count(host_ports.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "r/a:1", "ports": [{"containerPort": 80}, {"containerPort": 81, "hostPort": 0}]}]}}
}
