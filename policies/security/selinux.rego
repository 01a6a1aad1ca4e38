# METADATA
# title: Containers must keep the SELinux labels of containers
# description: >-
#   SELinux keeps a container from the node's files by the type of its process. Another user, role or type, `spc_t` above all, takes that wall down.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: high
#   remediation: 'remove `user` and `role`, and use one of the types `container_t`, `container_init_t`, `container_kvm_t` and `container_engine_t`'
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
#         securityContext: {seLinuxOptions: {type: container_t, level: "s0:c123,c456"}}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {seLinuxOptions: {type: spc_t}}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.security.selinux

import data.attest.lib.kubernetes

types := {"", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"}

deny contains result if {
	some found in kubernetes.linux_containers
	some field, value in kubernetes.setting(found, "seLinuxOptions")
	is_foreign(field, value)
	result := {
		"message": sprintf("the SELinux %s `%s` is none of a container", [field, value]),
		"path": array.concat(kubernetes.setting_path(found, "seLinuxOptions"), [field]),
	}
}

is_foreign("type", value) if not value in types

is_foreign(field, value) if {
	field in {"user", "role"}
	value != ""
}
