# METADATA
# title: Images must be pinned
# description: >-
#   An image without a tag, or tagged `latest`, changes under you: what runs is not what was tested, and two pods of one Deployment may differ.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/
# custom:
#   severity: medium
#   remediation: 'name a version, better a digest: `image: name:1.4.2@sha256:…`'
#   controls:
#     SOC2: ["CC8.1"]
#   examples:
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
#         containers: [{name: web, image: "registry.example.com/web:latest"}]
package attest.security.image_tag

import data.attest.lib.kubernetes

deny contains result if {
	some image in kubernetes.images
	kubernetes.is_floating(image)
	result := {
		"message": sprintf("container `%s` runs `%s`, %s", [image.name, image.text, problems[image.tag]]),
		"path": image.path,
	}
}

problems := {"": "which has no tag", "latest": "whose tag `latest` moves"}
