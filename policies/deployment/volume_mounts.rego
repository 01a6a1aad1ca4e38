# METADATA
# title: Mounts and volumes must fit together
# description: >-
#   A mount names a volume of the pod.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/
package attest.deployment.volume_mounts

import data.attest.lib.kubernetes

# METADATA
# title: Mounts must name a volume of the pod
# description: >-
#   The API server refuses a pod that mounts a volume it does not have.
# custom:
#   severity: high
#   remediation: add the volume, or correct the name
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", volumeMounts: [{name: work, mountPath: /work}]}]
#         volumes: [{name: work, emptyDir: {}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", volumeMounts: [{name: wrok, mountPath: /work}]}]
#         volumes: [{name: work, emptyDir: {}}]
deny_unknown contains result if {
	some found in kubernetes.containers
	some i, mount in found.container.volumeMounts
	not mount.name in known
	result := {
		"message": sprintf("container `%s` mounts the volume `%v`, which the pod does not have", [found.name, mount.name]),
		"path": array.concat(found.path, ["volumeMounts", i, "name"]),
	}
}

# METADATA
# title: Volumes in memory should have a limit
# description: >-
#   An `emptyDir` in memory counts against the container's memory, or without a limit against the node's: filling it is an outage.
# custom:
#   severity: low
#   remediation: 'set `emptyDir.sizeLimit`'
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: work, emptyDir: {medium: Memory, sizeLimit: 64Mi}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: work, emptyDir: {medium: Memory}}]
warn_memory contains result if {
	some found in kubernetes.volumes
	found.volume.emptyDir.medium == "Memory"
	not found.volume.emptyDir.sizeLimit
	result := {
		"message": sprintf("volume `%s` takes memory without a limit", [found.name]),
		"path": array.concat(found.path, ["emptyDir"]),
	}
}

known := {found.name | some found in kubernetes.volumes} | {claim.metadata.name |
	input.kind == "StatefulSet"
	some claim in input.spec.volumeClaimTemplates
}
