# METADATA
# title: Volumes must not run code or pass mounts on to the node
# description: >-
#   Some kinds of volume do more than hold files, and what they do happens on the node.
package attest.security.volume_types

import data.attest.lib.kubernetes

# METADATA
# title: Pods must not use gitRepo volumes
# description: >-
#   The kubelet runs `git` on the node for a `gitRepo` volume, and a crafted repository runs code there (CVE-2024-10220). The type is disabled by default since Kubernetes 1.33.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#gitrepo
# custom:
#   severity: high
#   remediation: clone into an `emptyDir` volume from an init container
#   controls:
#     SOC2: ["CC6.8"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: source, emptyDir: {}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: source, gitRepo: {repository: "https://git.example.com/web.git"}}]
deny_git_repo contains result if {
	some found in kubernetes.volumes
	found.volume.gitRepo
	result := {
		"message": sprintf("volume `%s` makes the node run git", [found.name]),
		"path": array.concat(found.path, ["gitRepo"]),
	}
}

# METADATA
# title: Containers must not pass mounts on to their node
# description: >-
#   With `Bidirectional` mount propagation, what the container mounts appears on the node and in the node's other pods.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation
# custom:
#   severity: high
#   remediation: 'remove `mountPropagation: Bidirectional`; only storage drivers need it'
#   controls:
#     SOC2: ["CC6.1"]
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
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", volumeMounts: [{name: work, mountPath: /work, mountPropagation: Bidirectional}]}]
#         volumes: [{name: work, emptyDir: {}}]
deny_propagation contains result if {
	some found in kubernetes.containers
	some i, mount in found.container.volumeMounts
	mount.mountPropagation == "Bidirectional"
	result := {
		"message": sprintf("container `%s` passes its mounts below `%s` on to the node", [found.name, mount.mountPath]),
		"path": array.concat(found.path, ["volumeMounts", i, "mountPropagation"]),
	}
}
