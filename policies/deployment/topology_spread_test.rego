package attest.deployment.topology_spread_test

import data.attest.deployment.topology_spread
import data.attest.lib.fixtures_test as fixtures

test_production_on_one_node if {
	fixtures.messages(topology_spread.warn) == {"nothing keeps the 3 replicas from sharing one node"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "prod"}, "spec": {"replicas": 3, "template": {"spec": {"containers": []}}}})
}

test_spread if {
	count(topology_spread.warn) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "prod"}, "spec": {"replicas": 3, "template": {"spec": {"topologySpreadConstraints": [{"maxSkew": 1}]}}}})
}

test_apart if {
	count(topology_spread.warn) == 0 with input as fixtures.object_of("apps/v1", "StatefulSet", {"metadata": {"name": "web", "namespace": "prod"}, "spec": {"replicas": 3, "template": {"spec": {"affinity": {"podAntiAffinity": {}}}}}})
}

test_elsewhere if {
	count(topology_spread.warn) == 0 with input as fixtures.controller("apps/v1", "Deployment", {"replicas": 3, "template": {"spec": {"containers": []}}})
}
