package attest.security.service_exposure_test

import data.attest.security.service_exposure

test_node_port if {
	messages := {result.message | some result in service_exposure.warn} with input as {"kind": "Service", "metadata": {"name": "s"}, "spec": {"type": "NodePort"}}
	messages == {"service `s` opens a port on every node"}
}

test_open_load_balancer if {
	messages := {result.message | some result in service_exposure.warn} with input as {"kind": "Service", "metadata": {"name": "s"}, "spec": {"type": "LoadBalancer"}}
	messages == {"service `s` takes traffic from everywhere"}
}

test_internal_load_balancer if {
	count(service_exposure.warn) == 0 with input as {"kind": "Service", "metadata": {"name": "s", "annotations": {"networking.gke.io/load-balancer-type": "Internal"}}, "spec": {"type": "LoadBalancer"}}
}

test_cluster_ip if {
	count(service_exposure.warn) == 0 with input as {"kind": "Service", "metadata": {"name": "s"}, "spec": {}}
}
