# METADATA
# title: Pods must not mount paths of the node
# description: A `hostPath` volume lets a container read or change its node's files.
# custom:
#   severity: high
#   fix: use a persistent volume claim, a config map, a secret or an `emptyDir` volume
package attest.security.host_path

import data.attest.lib.kubernetes

deny contains result if {
	some i, volume in kubernetes.pod_spec.volumes
	mounted := object.get(volume.hostPath, "path", "?")
	result := {
		"message": sprintf("volume `%s` mounts `%s` of the node", [volume.name, mounted]),
		"path": array.concat(kubernetes.pod_path, ["volumes", i, "hostPath"]),
	}
}
