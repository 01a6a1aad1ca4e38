package tests.deployment_test

import data.deployment.availability
import data.deployment.health_checks
import data.deployment.resource_limits

deployment(container) := {
	"kind": "Deployment",
	"metadata": {"name": "a", "namespace": "production"},
	"spec": {"replicas": 1, "template": {"spec": {"containers": [object.union({"name": "web"}, container)]}}},
}

test_container_without_limits if {
	count(resource_limits.deny) == 2 with input as deployment({})
}

test_container_above_its_maximum if {
	messages := {result.message | some result in resource_limits.deny} with input as deployment({"resources": {"limits": {"cpu": "3", "memory": "1Gi"}}})
		with data.attest.parameters["resource-limits"] as {"max_cpu": "2000m", "max_memory": "4Gi"}
	messages == {"container `web` may use 3 of cpu, more than 2000m"}
}

test_container_without_readiness_probe if {
	count(health_checks.deny) == 1 with input as deployment({})
}

test_container_with_readiness_probe if {
	count(health_checks.deny) == 0 with input as deployment({"readinessProbe": {"tcpSocket": {"port": 80}}})
}

test_single_replica_in_production if {
	count(availability.deny) == 1 with input as deployment({})
}
