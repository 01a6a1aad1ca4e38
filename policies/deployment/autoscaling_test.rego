package attest.deployment.autoscaling_test

import data.attest.deployment.autoscaling
import data.attest.lib.fixtures_test as fixtures

test_fixed if {
	fixtures.messages(autoscaling.warn_fixed) == {"the autoscaler cannot scale: it runs at least 3 and at most 3 pods"} with input as fixtures.controller("autoscaling/v2", "HorizontalPodAutoscaler", {"minReplicas": 3, "maxReplicas": 3})
}

test_has_room if {
	count(autoscaling.warn_fixed) == 0 with input as fixtures.controller("autoscaling/v2", "HorizontalPodAutoscaler", {"maxReplicas": 3})
}

test_single_pod_in_production if {
	fixtures.messages(autoscaling.warn_single) == {"the autoscaler goes down to a single pod"} with input as fixtures.object_of("autoscaling/v2", "HorizontalPodAutoscaler", {"metadata": {"name": "a", "namespace": "prod"}, "spec": {"maxReplicas": 3}})
}

test_elsewhere if {
	count(autoscaling.warn_single) == 0 with input as fixtures.controller("autoscaling/v2", "HorizontalPodAutoscaler", {"maxReplicas": 3})
}
