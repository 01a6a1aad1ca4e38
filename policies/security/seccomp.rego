# METADATA
# title: Pods must run under a seccomp profile
# description: >-
#   A seccomp profile keeps a container from the system calls that it does not need, which is where the kernel's holes are.
# related_resources:
#   - https://kubernetes.io/docs/tutorials/security/seccomp/
package attest.security.seccomp

import data.attest.lib.kubernetes

# METADATA
# title: Containers must not turn seccomp off
# description: >-
#   `Unconfined` opens every system call of the kernel to the container, those that most escapes are made of among them.
# custom:
#   severity: medium
#   remediation: 'set `seccompProfile.type: RuntimeDefault`, or `Localhost` with a profile of your own'
#   controls:
#     CIS-Kubernetes-1.9: ["5.7.2"]
#     NSA-CISA-Kubernetes-1.2: ["Hardening container environments"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {seccompProfile: {type: RuntimeDefault}}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {seccompProfile: {type: Unconfined}}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
deny_unconfined contains result if {
	some found in kubernetes.linux_containers
	not kubernetes.is_privileged(found)
	kubernetes.setting(found, "seccompProfile").type == "Unconfined"
	result := {
		"message": "seccomp is off: the profile is `Unconfined`",
		"path": array.concat(kubernetes.setting_path(found, "seccompProfile"), ["type"]),
	}
}

# METADATA
# title: Pods should name a seccomp profile
# description: >-
#   Unless the kubelet is told otherwise, a pod without a profile runs with every system call open.
# custom:
#   severity: low
#   remediation: 'set `securityContext.seccompProfile.type: RuntimeDefault` on the pod'
#   controls:
#     CIS-Kubernetes-1.9: ["5.7.2"]
#     NSA-CISA-Kubernetes-1.2: ["Hardening container environments"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {seccompProfile: {type: RuntimeDefault}}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_unset contains result if {
	count(unset) > 0
	result := {
		"message": sprintf("no seccomp profile for %s", [kubernetes.quoted(unset)]),
		"path": kubernetes.existing(array.concat(kubernetes.pod_path, ["securityContext", "seccompProfile"])),
	}
}

# METADATA
# title: Seccomp profiles must stand in fields, not in annotations
# description: >-
#   Since Kubernetes 1.27 nothing reads the seccomp annotations: a pod that relies on them runs unconfined.
# related_resources:
#   - https://kubernetes.io/docs/reference/labels-annotations-taints/
# custom:
#   severity: medium
#   remediation: set `securityContext.seccompProfile` and remove the annotation
#   controls:
#     CIS-Kubernetes-1.9: ["5.7.2"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {seccompProfile: {type: RuntimeDefault}}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web, annotations: {seccomp.security.alpha.kubernetes.io/pod: runtime/default}}
#       spec:
#         securityContext: {seccompProfile: {type: RuntimeDefault}}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
deny_annotation contains result if {
	some key, _ in kubernetes.pod_annotations
	contains(key, "seccomp.security.alpha.kubernetes.io/")
	result := {
		"message": sprintf("nothing reads the annotation `%s` since Kubernetes 1.27", [key]),
		"path": array.concat(kubernetes.pod_metadata_path, ["annotations", key]),
	}
}

unset contains found.name if {
	some found in kubernetes.linux_containers
	found.field != "ephemeralContainers"
	not kubernetes.is_privileged(found)
	not kubernetes.setting(found, "seccompProfile")
}
