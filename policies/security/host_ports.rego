# METADATA
# title: Containers must not take ports of the node
# description: A `hostPort` opens a port on every node that runs the pod, past network policies and services.
# custom:
#   severity: medium
#   fix: remove `hostPort` and expose the pod through a service
package attest.security.host_ports

import data.attest.lib.kubernetes

deny contains result if {
	some found in kubernetes.containers
	some i, port in found.container.ports
	port.hostPort > 0
	result := {
		"message": sprintf("container `%s` takes port %d of the node", [found.name, port.hostPort]),
		"path": array.concat(found.path, ["ports", i, "hostPort"]),
	}
}
