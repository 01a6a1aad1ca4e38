# METADATA
# title: Containers must not turn AppArmor off
# description: >-
#   The runtime's AppArmor profile keeps a container from mounting, from tracing and from the node's files even when it is root. `Unconfined` takes that away.
# related_resources:
#   - https://kubernetes.io/docs/tutorials/security/apparmor/
# custom:
#   severity: medium
#   remediation: 'remove the setting, or set `appArmorProfile.type: RuntimeDefault`'
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Hardening container environments"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {appArmorProfile: {type: RuntimeDefault}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {appArmorProfile: {type: Unconfined}}}]
package attest.security.apparmor

import data.attest.lib.kubernetes

prefix := "container.apparmor.security.beta.kubernetes.io/"

deny contains result if {
	some found in kubernetes.linux_containers
	not kubernetes.is_privileged(found)
	kubernetes.setting(found, "appArmorProfile").type == "Unconfined"
	result := {
		"message": "AppArmor is off: the profile is `Unconfined`",
		"path": array.concat(kubernetes.setting_path(found, "appArmorProfile"), ["type"]),
	}
}

deny contains result if {
	some key, value in kubernetes.pod_annotations
	startswith(key, prefix)
	value == "unconfined"
	not kubernetes.is_windows
	result := {
		"message": sprintf("AppArmor is off for container `%s`", [trim_prefix(key, prefix)]),
		"path": array.concat(kubernetes.pod_metadata_path, ["annotations", key]),
	}
}
