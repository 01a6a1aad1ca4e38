package attest.deployment.probes_test

import data.attest.deployment.probes
import data.attest.lib.fixtures_test as fixtures

test_serves_and_has_none if {
	fixtures.messages(probes.warn_readiness) == {"no container of the pod has a readiness probe, though `a` serves"} with input as fixtures.deployment_with({"ports": [{"containerPort": 80}]})
}

test_has_one if {
	count(probes.warn_readiness) == 0 with input as fixtures.deployment_with({"ports": [{"containerPort": 80}], "readinessProbe": {}})
}

test_serves_nothing if {
	count(probes.warn_readiness) == 0 with input as fixtures.deployment({})
}

test_job_needs_none if {
	count(probes.warn_readiness) == 0 with input as fixtures.cron_job_with({"ports": [{"containerPort": 80}]})
}

test_killed_at_once if {
	fixtures.messages(probes.warn_liveness) == {"one slow answer at the start kills container `a`"} with input as fixtures.deployment_with({"livenessProbe": {"failureThreshold": 1}})
}

test_startup_probe_asks_first if {
	count(probes.warn_liveness) == 0 with input as fixtures.pod_with({"livenessProbe": {"failureThreshold": 1}, "startupProbe": {}})
}
