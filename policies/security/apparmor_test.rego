package attest.security.apparmor_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.apparmor

test_field if {
	fixtures.messages(apparmor.deny) == {"AppArmor is off: the profile is `Unconfined`"} with input as fixtures.deployment_with({"securityContext": {"appArmorProfile": {"type": "Unconfined"}}})
}

test_annotation if {
	fixtures.messages(apparmor.deny) == {"AppArmor is off for container `a`"} with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"template": {"metadata": {"annotations": {"container.apparmor.security.beta.kubernetes.io/a": "unconfined"}}, "spec": {"containers": [{"name": "a"}]}}}}
}

test_profile_of_the_runtime if {
	count(apparmor.deny) == 0 with input as fixtures.pod_with({"securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}}})
}
