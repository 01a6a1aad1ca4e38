# METADATA
# title: Kubernetes workloads
# description: >-
#   Pods and their containers wherever a workload holds them, each with its path in the manifest.
#   Every document here is computed once for an input, however many policies ask for it.
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

# METADATA
# description: The pod spec of a Pod or of a controller's template; undefined for other kinds.
pod_spec := spec if {
	spec := object.get(input, pod_path, null)
	is_object(spec)
}

# METADATA
# description: The path of the pod's own metadata, which a controller keeps in its template.
pod_metadata_path := array.concat(array.slice(pod_path, 0, count(pod_path) - 1), ["metadata"])

pod_metadata := as_object(object.get(input, pod_metadata_path, {}))

# METADATA
# description: Each container of the pod, with its path. Ephemeral containers count too.
containers := [found |
	some field in ["initContainers", "containers", "ephemeralContainers"]
	some i, container in pod_spec[field]
	is_object(container)
	found := {
		"container": container,
		"name": sprintf("%v", [object.get(container, "name", sprintf("%s[%d]", [field, i]))]),
		"field": field,
		"security": as_object(object.get(container, "securityContext", {})),
		"path": array.concat(pod_path, [field, i]),
	}
]

# METADATA
# description: The containers that Linux-only settings are asked of.
linux_containers := containers if not is_windows

default linux_containers := []

# METADATA
# description: The containers that run for as long as the pod does; init containers do not, sidecars do.
lasting_containers := [found |
	some found in containers
	lasts(found)
]

lasts(found) if found.field == "containers"

lasts(found) if {
	found.field == "initContainers"
	found.container.restartPolicy == "Always"
}

is_windows if pod_spec.os.name == "windows"

pod_security := as_object(object.get(pod_spec, "securityContext", {}))

# METADATA
# description: A setting of a container's security context or, where it has none, of its pod's.
setting(found, name) := found.security[name]

setting(found, name) := pod_security[name] if not has_field(found.security, name)

# METADATA
# description: The path of the setting that holds for a container.
setting_path(found, name) := array.concat(found.path, ["securityContext", name]) if has_field(found.security, name)

setting_path(found, name) := array.concat(pod_path, ["securityContext", name]) if {
	not has_field(found.security, name)
	has_field(pod_security, name)
}

is_privileged(found) if found.security.privileged == true

# METADATA
# description: The image of each container, taken apart. Short names stand for Docker Hub.
images := [image |
	some found in containers
	is_string(found.container.image)
	image := object.union(
		parse_image(found.container.image),
		{"name": found.name, "text": found.container.image, "container": found.container, "path": array.concat(found.path, ["image"])},
	)
]

# METADATA
# description: >-
#   The parts of an image reference: `registry`, `repository`, `tag` and `digest` (empty when absent),
#   and `full`, the registry and the repository.
parse_image(text) := {
	"registry": registry,
	"repository": repository,
	"tag": tag,
	"digest": digest,
	"full": concat("/", [registry, repository]),
} if {
	halves := split(text, "@")
	digest := concat("@", array.slice(halves, 1, count(halves)))
	parts := split(halves[0], "/")
	last := split(parts[count(parts) - 1], ":")
	tag := concat(":", array.slice(last, 1, count(last)))
	named := array.concat(array.slice(parts, 0, count(parts) - 1), [last[0]])
	registry := registry_of(named)
	repository := repository_of(named, registry)
}

registry_of(parts) := "docker.io" if not names_registry(parts)

registry_of(parts) := object.get(hub_names, parts[0], parts[0]) if names_registry(parts)

hub_names := {"index.docker.io": "docker.io", "registry-1.docker.io": "docker.io", "registry.hub.docker.com": "docker.io"}

names_registry(parts) if {
	count(parts) > 1
	regex.match(`[.:]|^localhost$`, parts[0])
}

repository_of(parts, _) := concat("/", array.slice(parts, 1, count(parts))) if {
	names_registry(parts)
	count(parts) > 2
}

repository_of(parts, registry) := in_hub(parts[1], registry) if {
	names_registry(parts)
	count(parts) == 2
}

repository_of(parts, _) := concat("/", parts) if {
	not names_registry(parts)
	count(parts) > 1
}

repository_of(parts, registry) := in_hub(parts[0], registry) if count(parts) == 1

in_hub(name, "docker.io") := concat("/", ["library", name])

in_hub(name, registry) := name if registry != "docker.io"

# METADATA
# description: Whether an image comes from a registry or a path in one, such as `gcr.io/team/`.
comes_from(image, place) if startswith(concat("", [image.full, "/"]), concat("", [trim_suffix(place, "/"), "/"]))

# METADATA
# description: Whether what an image reference names can change, since no digest and no version pins it.
is_floating(image) if {
	image.digest == ""
	image.tag in {"", "latest"}
}

# METADATA
# description: The labels of the object and, before them, of its pods.
labels := object.union(own_labels, as_object(object.get(pod_metadata, "labels", {}))) if pod_path

labels := own_labels if not pod_path

own_labels := as_object(object.get(input, ["metadata", "labels"], {}))

# METADATA
# description: The annotations of the object and, before them, of its pods.
annotations := object.union(own_annotations, as_object(object.get(pod_metadata, "annotations", {}))) if pod_path

annotations := own_annotations if not pod_path

own_annotations := as_object(object.get(input, ["metadata", "annotations"], {}))

# METADATA
# description: The annotations of the pod itself, which its node reads.
pod_annotations := as_object(object.get(pod_metadata, "annotations", {}))

namespace := object.get(input, ["metadata", "namespace"], "")

name := sprintf("%v", [object.get(input, ["metadata", "name"], object.get(input, ["metadata", "generateName"], "?"))])

# METADATA
# description: >-
#   Whether the object belongs to production: its namespace is called so, or a label says so
#   (`environment`, `env`, `app.kubernetes.io/environment` or `attest.continuu.ms/environment`).
is_production if namespace in production.namespaces

is_production if {
	some key in production.labels
	lower(labels[key]) in production.values
}

production := data.attest.parameters.production

# METADATA
# description: The volumes of the pod with their paths.
volumes := [found |
	some i, volume in pod_spec.volumes
	is_object(volume)
	found := {"volume": volume, "name": sprintf("%v", [object.get(volume, "name", i)]), "path": array.concat(pod_path, ["volumes", i])}
]

# METADATA
# description: The words that a container runs, each with its path.
words := [found |
	some at in containers
	some field in ["command", "args"]
	some i, word in at.container[field]
	is_string(word)
	found := {"word": word, "name": at.name, "path": array.concat(at.path, [field, i])}
]

# METADATA
# description: The variables of containers that have a literal value, with their paths.
variables := [found |
	some at in containers
	some i, variable in at.container.env
	is_string(variable.value)
	found := {"variable": variable.name, "value": variable.value, "name": at.name, "path": array.concat(at.path, ["env", i, "value"])}
]

# METADATA
# description: A service of the core group; other groups have kinds of this name too.
service := input.spec if {
	input.kind == "Service"
	input.apiVersion == "v1"
}

# METADATA
# description: A path, cut to what the input has of it.
existing(path) := array.slice(path, 0, max([length |
	some length in numbers.range(0, count(path))
	object.get(input, array.slice(path, 0, length), null) != null
]))

# METADATA
# description: Names in backticks, for messages.
quoted(names) := concat(", ", [sprintf("`%v`", [name]) | some name in names])

as_object(value) := value if is_object(value)

as_object(value) := {} if not is_object(value)

has_field(object, name) if _ := object[name]
