# METADATA
# title: Images must be trusted
# description: >-
#   An image is code of others that runs with your data. Where it may come from and who vouches for it is said once, for all.
# custom:
#   parameters:
#     trusted_registries: {type: array, items: string, description: "registries, or paths in them, that images may come from, such as `gcr.io/team/`; any when empty"}
#     require_attestation: {type: boolean, description: whether each image needs an ATTEST attestation}
package attest.security.image_security

import data.attest.lib.attestation
import data.attest.lib.kubernetes
import data.attest.parameters["image-security"] as parameters

# METADATA
# title: Images must come from trusted registries
# description: >-
#   Anyone may publish an image under a likely name. What comes from registries that you control was built or at least looked at by you.
# custom:
#   severity: high
#   remediation: copy the image to a trusted registry, or add its registry to `trusted_registries`
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Building secure container images"]
#     SOC2: ["CC6.8"]
#   examples:
#     parameters: {trusted_registries: [registry.example.com]}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "docker.io/someone/web:1.4.2"}]
deny_registry contains result if {
	count(parameters.trusted_registries) > 0
	some image in kubernetes.images
	not is_trusted(image)
	result := {
		"message": sprintf("container `%s` runs `%s` from `%s`, which is no trusted registry", [image.name, image.text, image.registry]),
		"path": image.path,
	}
}

# METADATA
# title: Images must have an ATTEST attestation
# description: >-
#   An attestation says who built an image from what. Without one, what runs may be something else than what was reviewed and tested.
# custom:
#   severity: high
#   remediation: name the image by digest, and list the digest in `data.attest.attested_images` or in the annotation `attest.continuu.ms/attested-images`
#   controls:
#     CIS-Kubernetes-1.9: ["5.5.1"]
#     NSA-CISA-Kubernetes-1.2: ["Building secure container images"]
#     SOC2: ["CC6.8", "CC8.1"]
#   examples:
#     parameters: {require_attestation: true}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata:
#         name: web
#         annotations: {attest.continuu.ms/attested-images: "sha256:0000000000000000000000000000000000000000000000000000000000000001"}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web@sha256:0000000000000000000000000000000000000000000000000000000000000001"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
deny_attestation contains result if {
	parameters.require_attestation == true
	some image in kubernetes.images
	not attestation.is_attested(image.digest, kubernetes.annotations)
	result := {
		"message": sprintf("image `%s` of container `%s` has no attestation", [image.text, image.name]),
		"path": image.path,
	}
}

is_trusted(image) if {
	some place in parameters.trusted_registries
	kubernetes.comes_from(image, place)
}
