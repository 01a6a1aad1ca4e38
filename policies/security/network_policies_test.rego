package attest.security.network_policies_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.network_policies

test_everyone if {
	fixtures.messages(network_policies.warn_ingress) == {"the policy lets everyone in, on every port"} with input as fixtures.object_of("networking.k8s.io/v1", "NetworkPolicy", {"spec": {"podSelector": {"matchLabels": {"app": "a"}}, "ingress": [{}]}})
}

test_every_address if {
	fixtures.messages(network_policies.warn_ingress) == {"the policy lets everyone in, on every port"} with input as fixtures.object_of("networking.k8s.io/v1", "NetworkPolicy", {"spec": {"podSelector": {}, "ingress": [{"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]}]}})
}

test_one_port if {
	count(network_policies.warn_ingress) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "NetworkPolicy", {"spec": {"podSelector": {}, "ingress": [{"ports": [{"port": 8080}]}]}})
}

test_nobody if {
	count(network_policies.warn_ingress) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "NetworkPolicy", {"spec": {"podSelector": {}, "policyTypes": ["Ingress"]}})
}

test_whole_namespace_to_everywhere if {
	fixtures.messages(network_policies.warn_egress) == {"the policy lets all pods of the namespace connect everywhere"} with input as fixtures.object_of("networking.k8s.io/v1", "NetworkPolicy", {"spec": {"podSelector": {}, "egress": [{}]}})
}

test_some_pods_to_everywhere if {
	count(network_policies.warn_egress) == 0 with input as fixtures.object_of("networking.k8s.io/v1", "NetworkPolicy", {"spec": {"podSelector": {"matchLabels": {"app": "a"}}, "egress": [{}]}})
}
