# METADATA
# title: Pods must not mount paths of their node
# description: >-
#   A `hostPath` volume reaches past the container into its node: it reads what the node keeps secret, or changes what the node runs.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   parameters:
#     allowed_paths: {type: array, items: string, description: paths of nodes that pods may mount along with what is below them}
package attest.security.host_path

import data.attest.lib.kubernetes
import data.attest.parameters["host-path"] as parameters

# METADATA
# title: Pods must not reach the container runtime of their node
# description: >-
#   Who may write to the socket of Docker, containerd or CRI-O starts any container with any privilege: the socket is root on the node.
# custom:
#   severity: critical
#   remediation: remove the volume; build images with a rootless builder, and read metrics from the kubelet
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.12"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: work, emptyDir: {}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: docker, hostPath: {path: /var/run/docker.sock}}]
deny_runtime_socket contains result if {
	some mounted in host_paths
	is_socket(mounted.path)
	result := {
		"message": sprintf("volume `%s` mounts the socket of the container runtime, `%s`", [mounted.name, mounted.path]),
		"path": mounted.at,
	}
}

# METADATA
# title: Pods must not change the system of their node
# description: >-
#   A writable mount of `/`, `/etc`, the kubelet's folders or the like lets a container plant programs, keys and static pods on its node.
# custom:
#   severity: high
#   remediation: use a persistent volume claim, a ConfigMap, a Secret or an `emptyDir` volume; where a node must be read, mount the least path with `readOnly` set
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.12"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: work, emptyDir: {}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", volumeMounts: [{name: node, mountPath: /node}]}]
#         volumes: [{name: node, hostPath: {path: /etc}}]
deny_system contains result if {
	some mounted in host_paths
	is_system(mounted.path)
	not is_socket(mounted.path)
	is_writable(mounted.name)
	result := {
		"message": sprintf("volume `%s` mounts `%v` of the node, and a container may write to it", [mounted.name, mounted.path]),
		"path": mounted.at,
	}
}

# METADATA
# title: Pods should not depend on the files of their node
# description: >-
#   Even what is only read tells of the node and of its other pods, and a pod that keeps data on a node loses it when it moves.
# custom:
#   severity: medium
#   remediation: use a persistent volume claim, a ConfigMap, a Secret or an `emptyDir` volume
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.12"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: work, emptyDir: {}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#         volumes: [{name: data, hostPath: {path: /data}}]
deny_mount contains result if {
	some mounted in host_paths
	not is_socket(mounted.path)
	not changes_system(mounted)
	result := {
		"message": sprintf("volume `%s` mounts `%v` of the node", [mounted.name, mounted.path]),
		"path": mounted.at,
	}
}

# METADATA
# title: Persistent volumes must not stand for paths of a node
# description: >-
#   A `hostPath` persistent volume gives whoever claims it files of a node, past the rules that pods are held to.
# custom:
#   severity: medium
#   remediation: use a CSI driver, or a `local` volume with node affinity
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.12"]
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: PersistentVolume
#       metadata: {name: data}
#       spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], csi: {driver: csi.example.com, volumeHandle: data}}
#     bad: |
#       apiVersion: v1
#       kind: PersistentVolume
#       metadata: {name: data}
#       spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /data}}
deny_persistent_volume contains result if {
	input.kind == "PersistentVolume"
	mounted := object.get(input.spec.hostPath, "path", "?")
	not is_allowed(mounted)
	result := {
		"message": sprintf("persistent volume `%s` stands for `%s` of a node", [kubernetes.name, mounted]),
		"path": ["spec", "hostPath"],
	}
}

host_paths := [mounted |
	some found in kubernetes.volumes
	path := object.get(found.volume.hostPath, "path", "?")
	not is_allowed(path)
	mounted := {"name": found.name, "path": path, "at": array.concat(found.path, ["hostPath"])}
]

is_allowed(path) if {
	some allowed in parameters.allowed_paths
	within(path, allowed)
}

changes_system(mounted) if {
	is_system(mounted.path)
	is_writable(mounted.name)
}

is_socket(path) if regex.match(`(^|/)(docker|dockershim|containerd|crio|cri-dockerd|podman)\.sock/?$`, path)

# The folders where the sockets stand.
is_socket(path) if trim_suffix(path, "/") in {"/var/run", "/run", "/run/containerd", "/var/run/containerd", "/run/crio", "/var/run/crio"}

system := ["/etc", "/root", "/home", "/boot", "/dev", "/proc", "/sys", "/bin", "/sbin", "/usr", "/lib", "/lib64", "/opt/cni", "/var/lib/kubelet", "/var/lib/docker", "/var/lib/containerd", "/var/lib/etcd", "/var/lib/cni"]

is_system(path) if trim_suffix(path, "/") in {"", "/var", "/var/lib"}

is_system(path) if {
	some folder in system
	within(path, folder)
}

within(path, folder) if startswith(concat("", [trim_suffix(path, "/"), "/"]), concat("", [trim_suffix(folder, "/"), "/"]))

is_writable(volume) if {
	some found in kubernetes.containers
	some mount in found.container.volumeMounts
	mount.name == volume
	not mount.readOnly == true
}
