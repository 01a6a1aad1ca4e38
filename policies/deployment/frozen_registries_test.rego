package attest.deployment.frozen_registries_test

import data.attest.deployment.frozen_registries
import data.attest.lib.fixtures_test as fixtures

test_frozen if {
	fixtures.messages(frozen_registries.warn) == {"container `a` runs `k8s.gcr.io/pause:3.2` from a frozen registry"} with input as fixtures.deployment_with({"image": "k8s.gcr.io/pause:3.2"})
}

test_kept_up if {
	count(frozen_registries.warn) == 0 with input as fixtures.pod_with({"image": "registry.k8s.io/pause:3.10"})
}
