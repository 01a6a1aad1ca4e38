package attest.deployment.image_pull_policy_test

import data.attest.deployment.image_pull_policy
import data.attest.lib.fixtures_test as fixtures

test_never if {
	fixtures.messages(image_pull_policy.warn) == {"container `a` may run an old `r.example.com/a:1`: its pull policy is `Never`"} with input as fixtures.deployment_with({"imagePullPolicy": "Never"})
}

test_moving_tag if {
	fixtures.messages(image_pull_policy.warn) == {"container `a` may run an old `a:latest`: its pull policy is `IfNotPresent`"} with input as fixtures.pod_with({"image": "a:latest", "imagePullPolicy": "IfNotPresent"})
}

test_version if {
	count(image_pull_policy.warn) == 0 with input as fixtures.pod_with({"imagePullPolicy": "IfNotPresent"})
}
