# METADATA
# title: Images come from known registries
package kubernetes.admission

import data.kubernetes.lists

default allow := false

allow if count(deny) == 0

containers contains container if some container in input.request.object.spec.containers

containers contains container if some container in input.request.object.spec.initContainers

deny contains message if {
	some container in containers
	not has_known_registry(container.image)
	message := sprintf("container %v: image %q comes from an unknown registry", [container.name, container.image])
}

deny contains message if {
	some i
	container := input.request.object.spec.containers[i]
	container.securityContext.privileged == true
	message := sprintf("container %d is privileged", [i])
}

deny contains message if {
	required := {"team", "cost-centre"}
	provided := {label | input.request.object.metadata.labels[label]}
	missing := required - provided
	count(missing) > 0
	message := sprintf("missing labels: %v", [concat(", ", sort(missing))])
}

has_known_registry(image) if {
	some registry in lists.registries
	startswith(image, registry)
}

memory(text) := to_number(trim_suffix(text, "Mi")) if {
	endswith(text, "Mi")
} else := to_number(trim_suffix(text, "Gi")) * 1024 if {
	endswith(text, "Gi")
} else := to_number(text)

total_memory := sum([memory(c.resources.limits.memory) | some c in containers])

names[container.name] := container.image if some container in containers
