# METADATA
# title: Attestations and receipts
# description: >-
#   What tells that ATTEST has seen an image or an object. An image has an attestation when its digest stands in
#   `data.attest.attested_images` or in the object's annotation `attest.continuu.ms/attested-images`; an object has
#   a receipt when its annotation `attest.continuu.ms/receipt` is a SHA-256 digest.
package attest.lib.attestation

is_attested(digest, _) if {
	is_digest(digest)
	digest in data.attest.attested_images
}

is_attested(digest, annotations) if {
	is_digest(digest)
	some listed in split(annotations["attest.continuu.ms/attested-images"], ",")
	trim_space(listed) == digest
}

has_receipt(annotations) if is_digest(annotations["attest.continuu.ms/receipt"])

is_digest(text) if regex.match(`^sha256:[0-9a-f]{64}$`, text)
