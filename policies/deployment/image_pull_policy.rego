# METADATA
# title: Nodes should fetch images whose tag moves
# description: >-
#   With `IfNotPresent` or `Never`, a node goes on running whatever it once fetched under a moving tag; with `Never` it also runs images that another pod was allowed to fetch.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/images/
# custom:
#   severity: low
#   remediation: 'pin the image, or set `imagePullPolicy: Always`'
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", imagePullPolicy: IfNotPresent}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", imagePullPolicy: Never}]
package attest.deployment.image_pull_policy

import data.attest.lib.kubernetes

warn contains result if {
	some image in kubernetes.images
	policy := image.container.imagePullPolicy
	is_stale(policy, image)
	result := {
		"message": sprintf("container `%s` may run an old `%s`: its pull policy is `%s`", [image.name, image.text, policy]),
		"path": array.concat(array.slice(image.path, 0, count(image.path) - 1), ["imagePullPolicy"]),
	}
}

is_stale("Never", _)

is_stale("IfNotPresent", image) if kubernetes.is_floating(image)
