# METADATA
# title: Containers should not write to their image
# description: >-
#   With a read-only root file system an intruder cannot change programs or leave tools behind, and a program that
#   fills its disk fills a volume with a limit.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   remediation: 'set `securityContext.readOnlyRootFilesystem: true`, and mount an `emptyDir` where the program writes'
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Immutable container file systems"]
#     SOC2: ["CC6.8"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {readOnlyRootFilesystem: true}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.security.read_only_root

import data.attest.lib.kubernetes

warn contains result if {
	some found in kubernetes.linux_containers
	found.field != "ephemeralContainers"
	not found.security.readOnlyRootFilesystem == true
	result := {
		"message": sprintf("container `%s` may write to its root file system", [found.name]),
		"path": kubernetes.existing(array.concat(found.path, ["securityContext", "readOnlyRootFilesystem"])),
	}
}
