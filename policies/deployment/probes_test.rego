package attest.deployment.probes_test

import data.attest.deployment.probes

test_no_probe if {
	messages := {result.message | some result in probes.warn} with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"}, "spec": {"template": {"spec": {"containers": [{"name": "a", "image": "r/a:1"}]}}}}
	messages == {"container `a` has no readinessProbe and no livenessProbe"}
}

test_both_probes if {
	count(probes.warn) == 0 with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "d"}, "spec": {"template": {"spec": {"containers": [{"name": "a", "image": "r/a:1", "readinessProbe": {}, "livenessProbe": {}}]}}}}
}

test_job_needs_none if {
	count(probes.warn) == 0 with input as {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "c"}, "spec": {"jobTemplate": {"spec": {"template": {"spec": {"containers": [{"name": "a", "image": "r/a:1"}]}}}}}}
}
