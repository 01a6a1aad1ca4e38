package attest.security.selinux_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.selinux

test_type_of_the_node if {
	fixtures.messages(selinux.deny) == {"the SELinux type `spc_t` is none of a container"} with input as fixtures.deployment({"securityContext": {"seLinuxOptions": {"type": "spc_t"}}})
}

test_other_user if {
	fixtures.messages(selinux.deny) == {"the SELinux user `system_u` is none of a container"} with input as fixtures.pod_with({"securityContext": {"seLinuxOptions": {"user": "system_u"}}})
}

test_type_of_containers if {
	count(selinux.deny) == 0 with input as fixtures.pod({"securityContext": {"seLinuxOptions": {"type": "container_t", "level": "s0:c1"}}})
}
