# METADATA
# title: Images must be named by digest
# description: >-
#   A tag can be moved to another image by whoever may push; a digest cannot. Asked only where `required` is true.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/
# custom:
#   severity: low
#   remediation: 'add the digest: `image: name:1.4.2@sha256:…`'
#   controls:
#     SOC2: ["CC8.1"]
#   parameters:
#     required: {type: boolean, description: whether images must be named by digest}
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web@sha256:0000000000000000000000000000000000000000000000000000000000000001"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.security.image_digest

import data.attest.lib.kubernetes
import data.attest.parameters["image-digest"] as parameters

deny contains result if {
	parameters.required == true
	some image in kubernetes.images
	image.digest == ""
	not kubernetes.is_floating(image)
	result := {
		"message": sprintf("container `%s` runs `%s`, which has no digest", [image.name, image.text]),
		"path": image.path,
	}
}
