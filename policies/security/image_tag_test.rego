package attest.security.image_tag_test

import data.attest.security.image_tag

test_no_tag if {
	messages := {result.message | some result in image_tag.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "registry.example.com:5000/a"}]}}
	messages == {"container `a` runs `registry.example.com:5000/a`, which has no tag"}
}

test_latest if {
	messages := {result.message | some result in image_tag.deny} with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "a:latest"}]}}
	messages == {"container `a` runs `a:latest`, whose tag `latest` moves"}
}

test_version if {
	count(image_tag.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "registry.example.com:5000/a:1.2"}]}}
}

test_digest if {
	count(image_tag.deny) == 0 with input as {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "a", "image": "a@sha256:0000"}]}}
}
