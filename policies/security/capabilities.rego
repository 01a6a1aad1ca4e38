# METADATA
# title: Containers must hold few capabilities
# description: >-
#   Capabilities are the parts that root's power is cut into. A container needs hardly any of them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   parameters:
#     allowed: {type: array, items: string, description: capabilities that containers may add}
package attest.security.capabilities

import data.attest.lib.kubernetes
import data.attest.parameters.capabilities as parameters

# METADATA
# title: Containers must not add dangerous capabilities
# description: >-
#   Capabilities such as `SYS_ADMIN`, `SYS_PTRACE` or `NET_ADMIN` come close to being root on the node, and `NET_RAW` forges packets of other pods.
# custom:
#   severity: high
#   remediation: remove the capability from `securityContext.capabilities.add`, and drop `ALL`
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.8", "5.2.9"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {capabilities: {add: [SYS_ADMIN]}}}]
deny_added contains result if {
	some found in kubernetes.linux_containers
	not kubernetes.is_privileged(found)
	some i, capability in found.security.capabilities.add
	added := short(capability)
	not added in parameters.allowed
	result := {
		"message": sprintf("container `%s` adds the capability `%s`", [found.name, capability]),
		"path": array.concat(found.path, ["securityContext", "capabilities", "add", i]),
		"severity": severity(added),
	}
}

# METADATA
# title: Containers should drop all capabilities
# description: >-
#   The capabilities that a runtime gives by default serve whoever breaks in, and hardly any program that serves requests.
# custom:
#   severity: low
#   remediation: 'set `securityContext.capabilities.drop: [ALL]`, and add back what the program needs'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.10"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", securityContext: {capabilities: {drop: [ALL]}}}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_kept contains result if {
	some found in kubernetes.linux_containers
	found.field != "ephemeralContainers"
	not kubernetes.is_privileged(found)
	not drops_all(found)
	result := {
		"message": sprintf("container `%s` keeps the default capabilities", [found.name]),
		"path": kubernetes.existing(array.concat(found.path, ["securityContext", "capabilities", "drop"])),
	}
}

# With any of these a container becomes root on its node.
root_alike := {"ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF"}

default severity(_) := "high"

severity(capability) := "critical" if capability in root_alike

severity("NET_RAW") := "medium"

drops_all(found) if {
	some capability in found.security.capabilities.drop
	short(capability) == "ALL"
}

short(capability) := trim_prefix(upper(capability), "CAP_")
