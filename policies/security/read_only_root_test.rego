package attest.security.read_only_root_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.read_only_root

test_nothing_said if {
	fixtures.messages(read_only_root.warn) == {"container `a` may write to its root file system"} with input as fixtures.deployment({})
}

test_read_only if {
	count(read_only_root.warn) == 0 with input as fixtures.pod_with({"securityContext": {"readOnlyRootFilesystem": true}})
}
