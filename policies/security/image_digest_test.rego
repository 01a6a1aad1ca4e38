package attest.security.image_digest_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.image_digest

test_tag_alone if {
	fixtures.messages(image_digest.deny) == {"container `a` runs `r.example.com/a:1`, which has no digest"} with input as fixtures.deployment({}) with data.attest.parameters["image-digest"] as {"required": true}
}

test_digest if {
	count(image_digest.deny) == 0 with input as fixtures.pod_with({"image": "a:1@sha256:0000"}) with data.attest.parameters["image-digest"] as {"required": true}
}

test_not_asked_by_default if {
	count(image_digest.deny) == 0 with input as fixtures.pod({})
}
