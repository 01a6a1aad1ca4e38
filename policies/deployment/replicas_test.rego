package attest.deployment.replicas_test

import data.attest.deployment.replicas
import data.attest.lib.fixtures_test as fixtures

test_one_in_production if {
	fixtures.messages(replicas.deny) == {"deployment `web` runs 1 of the 2 replicas that production needs"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "production"}, "spec": {"replicas": 1}})
}

test_one_in_production_by_label if {
	fixtures.messages(replicas.deny) == {"deployment `web` runs 1 of the 2 replicas that production needs"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "labels": {"env": "prod"}}, "spec": {"replicas": 1}})
}

test_one_elsewhere if {
	count(replicas.deny) == 0 with input as fixtures.controller("apps/v1", "Deployment", {"replicas": 1})
}

test_autoscaler_decides if {
	count(replicas.deny) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "production"}, "spec": {}})
}
