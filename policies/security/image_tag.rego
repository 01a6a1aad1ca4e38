# METADATA
# title: Images must be pinned
# description: 'An image without a tag, or tagged `latest`, changes under you: what runs is not what was tested.'
# custom:
#   severity: medium
#   fix: 'name a version, better a digest: `image: name:1.4.2@sha256:…`'
package attest.security.image_tag

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	image := found.container.image
	problem := floating(image)
	result := {
		"message": sprintf("container `%s` runs `%s`, %s", [found.name, image, problem]),
		"path": array.concat(found.path, ["image"]),
	}
}

floating(image) := "which has no tag" if {
	not contains(image, "@")
	not contains(last_part(image), ":")
}

floating(image) := "whose tag `latest` moves" if {
	not contains(image, "@")
	endswith(last_part(image), ":latest")
}

last_part(image) := parts[count(parts) - 1] if parts := split(image, "/")
