package attest.security.image_security_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.image_security

test_other_registry if {
	fixtures.messages(image_security.deny_registry) == {"container `a` runs `nginx:1.27` from `docker.io`, which is no trusted registry"} with input as fixtures.deployment_with({"image": "nginx:1.27"}) with data.attest.parameters["image-security"] as {"trusted_registries": ["r.example.com/"]}
}

test_registry_that_begins_alike if {
	fixtures.messages(image_security.deny_registry) == {"container `a` runs `gcr.io.evil.example/a:1` from `gcr.io.evil.example`, which is no trusted registry"} with input as fixtures.pod_with({"image": "gcr.io.evil.example/a:1"}) with data.attest.parameters["image-security"] as {"trusted_registries": ["gcr.io"]}
}

test_path_of_a_registry if {
	count(image_security.deny_registry) == 0 with input as fixtures.pod_with({"image": "gcr.io/team/a:1"}) with data.attest.parameters["image-security"] as {"trusted_registries": ["gcr.io/team/"]}
}

test_docker_hub_by_its_short_name if {
	count(image_security.deny_registry) == 0 with input as fixtures.pod_with({"image": "nginx:1.27"}) with data.attest.parameters["image-security"] as {"trusted_registries": ["docker.io/library"]}
}

test_any_registry_by_default if {
	count(image_security.deny_registry) == 0 with input as fixtures.pod_with({"image": "nginx:1.27"})
}

test_no_attestation if {
	fixtures.messages(image_security.deny_attestation) == {"image `r.example.com/a:1` of container `a` has no attestation"} with input as fixtures.cron_job({}) with data.attest.parameters["image-security"] as {"require_attestation": true}
}

test_not_asked_by_default if {
	count(image_security.deny_attestation) == 0 with input as fixtures.cron_job({})
}
