# METADATA
# title: Containers must not add dangerous capabilities
# description: Capabilities such as `SYS_ADMIN` or `NET_ADMIN` come close to being root on the node.
# custom:
#   severity: high
#   fix: remove the capability from `securityContext.capabilities.add`, and drop `ALL`
package attest.security.capabilities

import data.attest.lib.kubernetes

harmless := {"AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"}

deny contains result if {
	some found in kubernetes.containers
	some i, capability in found.container.securityContext.capabilities.add
	not trim_prefix(upper(capability), "CAP_") in harmless
	result := {
		"message": sprintf("container `%s` adds the capability `%s`", [found.name, capability]),
		"path": array.concat(found.path, ["securityContext", "capabilities", "add", i]),
	}
}
