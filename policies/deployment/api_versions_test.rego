package attest.deployment.api_versions_test

import data.attest.deployment.api_versions
import data.attest.lib.fixtures_test as fixtures

test_removed if {
	fixtures.messages(api_versions.deny_removed) == {"`extensions/v1beta1` of Deployment was removed in Kubernetes 1.16; use `apps/v1`"} with input as fixtures.object_of("extensions/v1beta1", "Deployment", {})
}

test_served if {
	count(api_versions.deny_removed) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {})
}

test_not_yet_removed if {
	count(api_versions.deny_removed) == 0 with input as fixtures.object_of("policy/v1beta1", "PodDisruptionBudget", {}) with data.attest.parameters["api-versions"] as {"kubernetes_version": "1.24"}
}

test_going if {
	fixtures.messages(api_versions.warn_deprecated) == {"`policy/v1beta1` of PodDisruptionBudget is removed in Kubernetes 1.25; use `policy/v1`"} with input as fixtures.object_of("policy/v1beta1", "PodDisruptionBudget", {}) with data.attest.parameters["api-versions"] as {"kubernetes_version": "1.24"}
}

test_without_a_date if {
	fixtures.messages(api_versions.warn_deprecated) == {"`v1` of Endpoints is deprecated; use EndpointSlice of `discovery.k8s.io/v1`"} with input as fixtures.object_of("v1", "Endpoints", {})
}

test_current if {
	count(api_versions.warn_deprecated) == 0 with input as fixtures.object_of("policy/v1", "PodDisruptionBudget", {})
}
