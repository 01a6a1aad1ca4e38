# METADATA
# title: Containers must limit what they use
# description: >-
#   A container without limits starves its neighbours, and one with too high limits as well.
# custom:
#   severity: medium
#   remediation: set `resources.limits` for cpu and memory, not above what the parameters allow
#   controls:
#     SOC2: ["A1.1"]
#   parameters:
#     max_cpu: {type: string, description: "the most CPU that a container may use, such as `2000m`; any when empty"}
#     max_memory: {type: string, description: "the most memory that a container may use, such as `4Gi`; any when empty"}
#   examples:
#     parameters: {max_cpu: "1", max_memory: 1Gi}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {limits: {cpu: 500m, memory: 256Mi}}}]}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2", resources: {limits: {cpu: "4", memory: 256Mi}}}]}
package deployment.resource_limits

import data.attest.lib.kubernetes
import data.attest.parameters["resource-limits"] as parameters

deny contains result if {
	some found in kubernetes.containers
	some name in ["cpu", "memory"]
	not found.container.resources.limits[name]
	result := {
		"message": sprintf("container `%s` has no limit of %s", [found.name, name]),
		"path": kubernetes.existing(array.concat(found.path, ["resources", "limits"])),
	}
}

deny contains result if {
	some found in kubernetes.containers
	some name, most in maxima
	limit := found.container.resources.limits[name]
	amount(name, limit) > amount(name, most)
	result := {
		"message": sprintf("container `%s` may use %v of %s, more than %s", [found.name, limit, name, most]),
		"path": array.concat(found.path, ["resources", "limits", name]),
	}
}

maxima["cpu"] := parameters.max_cpu if parameters.max_cpu != ""

maxima["memory"] := parameters.max_memory if parameters.max_memory != ""

amount("cpu", text) := units.parse(sprintf("%v", [text]))

amount("memory", text) := units.parse_bytes(sprintf("%v", [text]))
