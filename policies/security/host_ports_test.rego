package attest.security.host_ports_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.host_ports

test_port_of_the_node if {
	fixtures.messages(host_ports.deny) == {"container `a` takes port 80 of its node"} with input as fixtures.deployment_with({"ports": [{"containerPort": 80, "hostPort": 80}]})
}

test_no_port_of_the_node if {
	count(host_ports.deny) == 0 with input as fixtures.pod_with({"ports": [{"containerPort": 80}, {"containerPort": 81, "hostPort": 0}]})
}

test_network_of_the_node_is_the_cause if {
	count(host_ports.deny) == 0 with input as fixtures.pod({"hostNetwork": true, "containers": [fixtures.container({"ports": [{"containerPort": 80, "hostPort": 80}]})]})
}

test_allowed_port if {
	count(host_ports.deny) == 0 with input as fixtures.pod_with({"ports": [{"containerPort": 80, "hostPort": 80}]}) with data.attest.parameters["host-ports"] as {"allowed_ports": [80]}
}
