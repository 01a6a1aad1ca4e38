# METADATA
# title: Windows containers must not be host processes
# description: >-
#   A HostProcess container runs on the Windows node itself, with its users, its files and its network.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
# custom:
#   severity: critical
#   remediation: remove `windowsOptions.hostProcess`
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.11"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         os: {name: windows}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {windowsOptions: {runAsUserName: ContainerUser}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         os: {name: windows}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {windowsOptions: {hostProcess: true}}}]
package attest.security.host_process

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	kubernetes.setting(found, "windowsOptions").hostProcess == true
	result := {
		"message": "the container is a process of its Windows node",
		"path": array.concat(kubernetes.setting_path(found, "windowsOptions"), ["hostProcess"]),
	}
}
