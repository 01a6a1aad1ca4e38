package attest.security.image_tag_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.image_tag

test_no_tag if {
	fixtures.messages(image_tag.deny) == {"container `a` runs `registry.example.com:5000/a`, which has no tag"} with input as fixtures.deployment_with({"image": "registry.example.com:5000/a"})
}

test_latest if {
	fixtures.messages(image_tag.deny) == {"container `a` runs `a:latest`, whose tag `latest` moves"} with input as fixtures.pod_with({"image": "a:latest"})
}

test_version if {
	count(image_tag.deny) == 0 with input as fixtures.pod_with({"image": "registry.example.com:5000/a:1.2"})
}

test_digest if {
	count(image_tag.deny) == 0 with input as fixtures.pod_with({"image": "a@sha256:0000"})
}
