package attest.deployment.volume_mounts_test

import data.attest.deployment.volume_mounts
import data.attest.lib.fixtures_test as fixtures

test_no_such_volume if {
	fixtures.messages(volume_mounts.deny_unknown) == {"container `a` mounts the volume `v`, which the pod does not have"} with input as fixtures.deployment_with({"volumeMounts": [{"name": "v", "mountPath": "/x"}]})
}

test_volume_of_the_pod if {
	count(volume_mounts.deny_unknown) == 0 with input as fixtures.pod({"containers": [fixtures.container({"volumeMounts": [{"name": "v", "mountPath": "/x"}]})], "volumes": [{"name": "v", "emptyDir": {}}]})
}

test_claim_of_the_set if {
	count(volume_mounts.deny_unknown) == 0 with input as fixtures.controller("apps/v1", "StatefulSet", {"volumeClaimTemplates": [{"metadata": {"name": "v"}}], "template": {"spec": {"containers": [fixtures.container({"volumeMounts": [{"name": "v", "mountPath": "/x"}]})]}}})
}

test_without_limit if {
	fixtures.messages(volume_mounts.warn_memory) == {"volume `v` takes memory without a limit"} with input as fixtures.cron_job({"volumes": [{"name": "v", "emptyDir": {"medium": "Memory"}}]})
}

test_with_limit if {
	count(volume_mounts.warn_memory) == 0 with input as fixtures.pod({"volumes": [{"name": "v", "emptyDir": {"medium": "Memory", "sizeLimit": "64Mi"}}]})
}
