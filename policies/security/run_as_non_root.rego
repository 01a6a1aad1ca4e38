# METADATA
# title: Containers must not run as root
# description: >-
#   A process that is root in its container is root on the node once it breaks out, and most ways out need root to begin with.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
package attest.security.run_as_non_root

import data.attest.lib.kubernetes

# METADATA
# title: Containers must not ask to run as root
# description: >-
#   A process that is root in its container is root on the node once it breaks out, and most ways out need root to begin with.
# custom:
#   severity: high
#   remediation: 'set `securityContext.runAsNonRoot: true` and a `runAsUser` above 0'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.7"]
#     NSA-CISA-Kubernetes-1.2: ["Non-root containers and rootless container engines"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {runAsUser: 10001}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {runAsUser: 0}}]
deny_root contains result if {
	# Containers that owe it to the pod share one path, and so one finding.
	some path, names in roots
	result := {
		"message": sprintf("%s as root: `runAsUser` is 0", [runs(names)]),
		"path": path,
	}
}

# METADATA
# title: Pods should refuse to run as root
# description: >-
#   Unless `runAsNonRoot` or a user is set, the image decides, and most images decide for root.
# custom:
#   severity: medium
#   remediation: 'set `securityContext.runAsNonRoot: true` on the pod'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.7"]
#     NSA-CISA-Kubernetes-1.2: ["Non-root containers and rootless container engines"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {runAsNonRoot: true}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_unset contains result if {
	some path, names in undecided
	result := {
		"message": sprintf("%s as root if the image says so", [may_run(names)]),
		"path": path,
	}
}

# METADATA
# title: Containers should not belong to the group of root
# description: >-
#   Files of the node and of images that the group 0 may write become writable to the container.
# custom:
#   severity: low
#   remediation: set `runAsGroup` above 0
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Non-root containers and rootless container engines"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {runAsUser: 10001, runAsGroup: 10001}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         securityContext: {runAsUser: 10001, runAsGroup: 0}
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_group contains result if {
	some found in kubernetes.linux_containers
	not is_root(found)
	kubernetes.setting(found, "runAsGroup") == 0
	result := {
		"message": "the processes belong to the group of root: `runAsGroup` is 0",
		"path": kubernetes.setting_path(found, "runAsGroup"),
	}
}

is_root(found) if kubernetes.setting(found, "runAsUser") == 0

is_user(found) if kubernetes.setting(found, "runAsUser") > 0

# The kubelet refuses to start an image that would run as root.
is_refused(found) if kubernetes.setting(found, "runAsNonRoot") == true

roots[path] contains found.name if {
	some found in kubernetes.linux_containers
	is_root(found)
	path := kubernetes.setting_path(found, "runAsUser")
}

undecided[path] contains found.name if {
	some found in kubernetes.linux_containers
	found.field != "ephemeralContainers"
	not is_root(found)
	not is_user(found)
	not is_refused(found)
	path := undecided_path(found)
}

undecided_path(found) := array.concat(found.path, ["securityContext", "runAsNonRoot"]) if kubernetes.has_field(found.security, "runAsNonRoot")

undecided_path(found) := kubernetes.existing(array.concat(kubernetes.pod_path, ["securityContext", "runAsNonRoot"])) if {
	not kubernetes.has_field(found.security, "runAsNonRoot")
}

runs(names) := sprintf("container %s runs", [kubernetes.quoted(names)]) if count(names) == 1

runs(names) := sprintf("containers %s run", [kubernetes.quoted(names)]) if count(names) > 1

may_run(names) := sprintf("container %s may run", [kubernetes.quoted(names)]) if count(names) == 1

may_run(names) := sprintf("containers %s may run", [kubernetes.quoted(names)]) if count(names) > 1
