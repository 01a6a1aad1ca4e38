# METADATA
# title: Kubernetes workloads
# description: Pods and their containers wherever a workload holds them, each with its path in the manifest.
package attest.lib.kubernetes

# Where each kind keeps its pod spec.
spec_paths := {
	"Pod": ["spec"],
	"PodTemplate": ["template", "spec"],
	"Deployment": ["spec", "template", "spec"],
	"ReplicaSet": ["spec", "template", "spec"],
	"ReplicationController": ["spec", "template", "spec"],
	"StatefulSet": ["spec", "template", "spec"],
	"DaemonSet": ["spec", "template", "spec"],
	"Job": ["spec", "template", "spec"],
	"CronJob": ["spec", "jobTemplate", "spec", "template", "spec"],
}

pod_path := spec_paths[input.kind]

pod_spec := object.get(input, pod_path, {})

# METADATA
# description: Each container of the pod, with its path. Ephemeral containers count too.
containers contains found if {
	some field in ["initContainers", "containers", "ephemeralContainers"]
	some i, container in pod_spec[field]
	found := {
		"container": container,
		"name": object.get(container, "name", sprintf("%s[%d]", [field, i])),
		"field": field,
		"path": array.concat(pod_path, [field, i]),
	}
}

# METADATA
# description: A setting of a container's security context, or of its pod's.
setting(container, name) := container.securityContext[name]

setting(container, name) := pod_spec.securityContext[name] if {
	not has_field(object.get(container, "securityContext", {}), name)
}

has_field(object, name) if _ := object[name]
