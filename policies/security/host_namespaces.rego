# METADATA
# title: Pods must not share the node's namespaces
# description: With `hostNetwork`, `hostPID` or `hostIPC` a pod sees the traffic, the processes or the memory of its node.
# custom:
#   severity: high
#   fix: remove `hostNetwork`, `hostPID` and `hostIPC`
package attest.security.host_namespaces

import data.attest.lib.kubernetes

deny contains result if {
	some field in ["hostNetwork", "hostPID", "hostIPC"]
	kubernetes.pod_spec[field] == true
	result := {
		"message": sprintf("the pod shares its node's namespace: `%s` is true", [field]),
		"path": array.concat(kubernetes.pod_path, [field]),
	}
}
