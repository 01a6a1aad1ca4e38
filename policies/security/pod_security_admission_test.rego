package attest.security.pod_security_admission_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.pod_security_admission

test_privileged if {
	fixtures.messages(pod_security_admission.warn_privileged) == {"pods of the namespace may do everything"} with input as fixtures.object_of("v1", "Namespace", {"metadata": {"name": "a", "labels": {"pod-security.kubernetes.io/enforce": "privileged"}}})
}

test_restricted if {
	count(pod_security_admission.warn_privileged) == 0 with input as fixtures.object_of("v1", "Namespace", {"metadata": {"name": "a", "labels": {"pod-security.kubernetes.io/enforce": "restricted"}}})
}

test_nothing_said if {
	fixtures.messages(pod_security_admission.deny_unset) == {"the namespace holds its pods to no security standard"} with input as fixtures.object_of("v1", "Namespace", {}) with data.attest.parameters["pod-security-admission"] as {"required": true}
}

test_not_asked_by_default if {
	count(pod_security_admission.deny_unset) == 0 with input as fixtures.object_of("v1", "Namespace", {})
}
