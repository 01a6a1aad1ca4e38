package attest.security.privileged_test

import data.attest.security.privileged

test_privileged_container if {
	messages := {result.message | some result in privileged.deny} with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"}, "spec": {"template": {"spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"privileged": true}}]}}}}
	messages == {"container `a` is privileged"}
}

test_unprivileged_container if {
	count(privileged.deny) == 0 with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"}, "spec": {"template": {"spec": {"containers": [{"name": "a", "image": "r/a:1", "securityContext": {"privileged": false}}]}}}}
}

test_init_container_of_a_cron_job if {
	messages := {result.message | some result in privileged.deny} with input as {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "c"}, "spec": {"jobTemplate": {"spec": {"template": {"spec": {"initContainers": [{"name": "i", "securityContext": {"privileged": true}}], "containers": [{"name": "a"}]}}}}}}
	messages == {"container `i` is privileged"}
}
