# METADATA
# title: Containers must say what they need and stay within it
# description: >-
#   The scheduler places pods by their requests, and the kernel holds them to their limits. A container without them starves its neighbours or is placed where it starves.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   parameters:
#     require_limits: {type: boolean, description: whether every container needs limits of CPU and memory}
#     max_cpu: {type: string, description: "the most CPU that a container may ask for, such as `2000m`; any when empty"}
#     max_memory: {type: string, description: "the most memory that a container may ask for, such as `4Gi`; any when empty"}
package attest.deployment.resource_limits

import data.attest.lib.kubernetes
import data.attest.parameters["resource-limits"] as parameters

# METADATA
# title: Containers should request resources and limit their memory
# description: >-
#   Without a memory limit one leak starves the node; without requests the scheduler places the pod blindly, and it is the first to be evicted.
# custom:
#   severity: low
#   remediation: 'set `resources.requests` for cpu and memory, and `resources.limits.memory`'
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Resource policies"]
#     SOC2: ["A1.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_missing contains result if {
	some found in asked
	missing := [concat(".", path) | some path in wanted; not has(found, path)]
	count(missing) > 0
	result := {
		"message": sprintf("container `%s` has no %s", [found.name, concat(", ", missing)]),
		"path": kubernetes.existing(array.concat(found.path, ["resources"])),
	}
}

# METADATA
# title: Containers must have limits
# description: >-
#   Where nothing limits it, a container takes what its neighbours need. Asked only where `require_limits` is true.
# custom:
#   severity: medium
#   remediation: 'set `resources.limits` for cpu and memory'
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Resource policies"]
#     SOC2: ["A1.1"]
#   examples:
#     parameters: {require_limits: true}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "1", memory: 128Mi}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}}}]
deny_limits contains result if {
	parameters.require_limits == true
	some found in asked
	missing := [concat(".", path) | some path in [["limits", "cpu"], ["limits", "memory"]]; not has(found, path)]
	count(missing) > 0
	result := {
		"message": sprintf("container `%s` has no %s", [found.name, concat(", ", missing)]),
		"path": kubernetes.existing(array.concat(found.path, ["resources", "limits"])),
	}
}

# METADATA
# title: Containers must not ask for more than the maximum
# description: >-
#   One container that takes a node for itself leaves the others pending. Asked only where `max_cpu` or `max_memory` is set.
# custom:
#   severity: medium
#   remediation: lower the request or the limit, or ask for a higher maximum
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Resource policies"]
#     SOC2: ["A1.1"]
#   examples:
#     parameters: {max_cpu: 2000m, max_memory: 4Gi}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "2", memory: 4Gi}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "3", memory: 4Gi}}}]
deny_maximum contains result if {
	some name, maximum in maxima
	some found in kubernetes.containers
	fields := [field | some field in ["limits", "requests"]; quantity(name, found.container.resources[field][name]) > maximum.amount]
	count(fields) > 0
	result := {
		"message": sprintf("container `%s` asks for %v of %s, more than %s", [found.name, found.container.resources[fields[0]][name], name, maximum.text]),
		"path": array.concat(found.path, ["resources", fields[0], name]),
	}
}

# METADATA
# title: Requests must not exceed limits
# description: >-
#   The API server refuses a container that requests more than its limit.
# custom:
#   severity: high
#   remediation: raise the limit or lower the request
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 1Gi}, limits: {memory: 512Mi}}}]
deny_request_over_limit contains result if {
	some found in kubernetes.containers
	some name in ["cpu", "memory"]
	resources := found.container.resources
	quantity(name, resources.requests[name]) > quantity(name, resources.limits[name])
	result := {
		"message": sprintf("container `%s` requests %v of %s, more than its limit of %v", [found.name, resources.requests[name], name, resources.limits[name]]),
		"path": array.concat(found.path, ["resources", "requests", name]),
	}
}

# METADATA
# title: Amounts of memory must not be thousandths of bytes
# description: >-
#   `512m` of memory is half a byte: the suffix of mebibytes is `Mi`.
# custom:
#   severity: high
#   remediation: 'write `Mi` or `Gi`'
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {requests: {cpu: 100m, memory: 128m}, limits: {memory: 128Mi}}}]
deny_memory_unit contains result if {
	some found in kubernetes.containers
	some field in ["requests", "limits"]
	amount := found.container.resources[field].memory
	regex.match(`^[0-9.]+m$`, amount)
	result := {
		"message": sprintf("container `%s` asks for %s of memory, which is less than a byte or little more", [found.name, amount]),
		"path": array.concat(found.path, ["resources", field, "memory"]),
	}
}

asked := [found | some found in kubernetes.containers; found.field != "ephemeralContainers"]

# Missing limits are a finding of their own where they are required. A request is as high as its limit unless it is set.
wanted := [["requests", "cpu"], ["requests", "memory"], ["limits", "memory"]] if not parameters.require_limits == true

wanted := [["requests", "cpu"], ["requests", "memory"]] if parameters.require_limits == true

has(found, path) if kubernetes.has_field(object.get(found.container, ["resources", path[0]], {}), path[1])

has(found, ["requests", name]) if found.container.resources.limits[name]

maxima[name] := {"text": text, "amount": quantity(name, text)} if {
	some name, text in {"cpu": parameters.max_cpu, "memory": parameters.max_memory}
	text != ""
}

quantity("cpu", amount) := units.parse(sprintf("%v", [amount]))

quantity("memory", amount) := units.parse_bytes(amount) if {
	is_string(amount)
	not regex.match(`m$`, amount)
}

quantity("memory", amount) := amount if is_number(amount)
