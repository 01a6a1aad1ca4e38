package attest.security.risky_software_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.risky_software

test_tiller if {
	fixtures.messages(risky_software.deny_tiller) == {"container `a` is Tiller"} with input as fixtures.deployment_with({"image": "gcr.io/kubernetes-helm/tiller:v2.16.1"})
}

test_image_that_resembles_it if {
	count(risky_software.deny_tiller) == 0 with input as fixtures.pod_with({"image": "r.example.com/rototiller:1"})
}

test_ssh if {
	fixtures.messages(risky_software.warn_ssh) == {"container `a` listens for SSH"} with input as fixtures.deployment_with({"ports": [{"containerPort": 22}]})
}

test_other_port if {
	count(risky_software.warn_ssh) == 0 with input as fixtures.pod_with({"ports": [{"containerPort": 8022}]})
}

test_login_skipped if {
	fixtures.messages(risky_software.deny_dashboard) == {"container `a` lets users past the login: `--enable-skip-login`"} with input as fixtures.deployment_with({"args": ["--namespace=a", "--enable-skip-login"]})
}

test_login if {
	count(risky_software.deny_dashboard) == 0 with input as fixtures.pod_with({"args": ["--auto-generate-certificates", "--enable-skip-login=false"]})
}

test_argument if {
	fixtures.messages(risky_software.deny_docker) == {"container `a` uses Docker without TLS"} with input as fixtures.deployment_with({"args": ["--host=tcp://0.0.0.0:2375"]})
}

test_variable if {
	fixtures.messages(risky_software.deny_docker) == {"container `a` uses Docker without TLS"} with input as fixtures.pod_with({"env": [{"name": "DOCKER_HOST", "value": "tcp://localhost:2375"}]})
}

test_with_tls if {
	count(risky_software.deny_docker) == 0 with input as fixtures.pod_with({"env": [{"name": "DOCKER_HOST", "value": "tcp://localhost:2376"}]})
}
