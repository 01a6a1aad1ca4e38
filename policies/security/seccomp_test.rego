package attest.security.seccomp_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.seccomp

test_pod_unconfined if {
	fixtures.messages(seccomp.deny_unconfined) == {"seccomp is off: the profile is `Unconfined`"} with input as fixtures.deployment({"securityContext": {"seccompProfile": {"type": "Unconfined"}}})
}

test_profile_of_the_runtime if {
	count(seccomp.deny_unconfined) == 0 with input as fixtures.pod({"securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}})
}

test_nothing_said_is_one_finding if {
	fixtures.messages(seccomp.warn_unset) == {"no seccomp profile for `a`, `b`"} with input as fixtures.cron_job({"containers": [{"name": "a"}, {"name": "b"}]})
}

test_each_container_says if {
	count(seccomp.warn_unset) == 0 with input as fixtures.pod_with({"securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}})
}

test_annotation_that_nothing_reads if {
	fixtures.messages(seccomp.deny_annotation) == {"nothing reads the annotation `container.seccomp.security.alpha.kubernetes.io/a` since Kubernetes 1.27"} with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"template": {"metadata": {"annotations": {"container.seccomp.security.alpha.kubernetes.io/a": "runtime/default"}}, "spec": {"containers": [{"name": "a"}]}}}}
}

test_no_annotation if {
	count(seccomp.deny_annotation) == 0 with input as fixtures.pod({})
}
