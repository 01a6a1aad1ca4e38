# METADATA
# title: Words for security policies
# description: >-
#   What policies of the package `attest.security` may say of the object in `input.resource`. An image has an
#   attestation when its digest stands in `data.attest.attested_images` or in the object's annotation
#   `attest.continuu.ms/attested-images`, which lists digests between commas.
package attest.security

import data.attest.lib.attestation
import data.attest.lib.kubernetes

# METADATA
# description: Every container of a Pod or of a controller's template, init and ephemeral containers among them.
get_containers := [found.container | some found in all] if {
	all := kubernetes.containers with input as input.resource
}

# METADATA
# description: Whether an image, named by digest, has an attestation.
has_attest_attestation(image) if {
	annotations := kubernetes.annotations with input as input.resource
	attestation.is_attested(kubernetes.parse_image(image).digest, annotations)
}
