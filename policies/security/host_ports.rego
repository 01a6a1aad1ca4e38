# METADATA
# title: Containers must not take ports of their node
# description: >-
#   A `hostPort` opens a port on every node that runs the pod, past network policies and Services, and no two such pods fit on one node.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   remediation: remove `hostPort`, and expose the pod through a Service
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.13"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["2.2.4"]
#   parameters:
#     allowed_ports: {type: array, items: number, description: ports of the node that containers may take}
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{containerPort: 8080}]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{containerPort: 8080, hostPort: 8080}]}]
package attest.security.host_ports

import data.attest.lib.kubernetes
import data.attest.parameters["host-ports"] as parameters

deny contains result if {
	some found in kubernetes.containers
	some i, port in found.container.ports
	port.hostPort > 0
	not port.hostPort in parameters.allowed_ports

	# On the node's network every port is the node's: that is the cause, and has its own finding.
	not kubernetes.pod_spec.hostNetwork == true
	result := {
		"message": sprintf("container `%s` takes port %d of its node", [found.name, port.hostPort]),
		"path": array.concat(found.path, ["ports", i, "hostPort"]),
	}
}
