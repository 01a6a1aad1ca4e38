package attest.security.service_exposure_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.service_exposure

test_node_port if {
	fixtures.messages(service_exposure.warn_node_port) == {"service `web` opens a port on every node"} with input as fixtures.object_of("v1", "Service", {"spec": {"type": "NodePort", "ports": [{"port": 443}]}})
}

test_cluster_ip if {
	count(service_exposure.warn_node_port) == 0 with input as fixtures.object_of("v1", "Service", {"spec": {"ports": [{"port": 443}]}})
}

test_open if {
	fixtures.messages(service_exposure.warn_load_balancer) == {"service `web` takes traffic from everywhere"} with input as fixtures.object_of("v1", "Service", {"spec": {"type": "LoadBalancer", "ports": [{"port": 443}]}})
}

test_open_range if {
	fixtures.messages(service_exposure.warn_load_balancer) == {"service `web` takes traffic from everywhere"} with input as fixtures.object_of("v1", "Service", {"spec": {"type": "LoadBalancer", "loadBalancerSourceRanges": ["0.0.0.0/0"], "ports": [{"port": 443}]}})
}

test_internal if {
	count(service_exposure.warn_load_balancer) == 0 with input as fixtures.object_of("v1", "Service", {"metadata": {"name": "a", "annotations": {"networking.gke.io/load-balancer-type": "Internal"}}, "spec": {"type": "LoadBalancer"}})
}

test_service_of_another_kind if {
	count(service_exposure.warn_load_balancer) == 0 with input as fixtures.object_of("serving.knative.dev/v1", "Service", {"spec": {"type": "LoadBalancer"}})
}

test_database if {
	fixtures.messages(service_exposure.deny_internal_port) == {"service `web` exposes PostgreSQL, port 5432, outside of the cluster"} with input as fixtures.object_of("v1", "Service", {"spec": {"type": "LoadBalancer", "ports": [{"port": 443}, {"port": 80, "targetPort": 5432}]}})
}

test_database_within_the_cluster if {
	count(service_exposure.deny_internal_port) == 0 with input as fixtures.object_of("v1", "Service", {"spec": {"ports": [{"port": 5432}]}})
}

test_external_address if {
	fixtures.messages(service_exposure.deny_external_ips) == {"service `web` claims external addresses"} with input as fixtures.object_of("v1", "Service", {"spec": {"externalIPs": ["203.0.113.7"]}})
}

test_no_external_address if {
	count(service_exposure.deny_external_ips) == 0 with input as fixtures.object_of("v1", "Service", {"spec": {"externalIPs": []}})
}
