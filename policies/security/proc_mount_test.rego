package attest.security.proc_mount_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.proc_mount

test_unmasked if {
	fixtures.messages(proc_mount.deny) == {"container `a` sees all of `/proc`"} with input as fixtures.cron_job_with({"securityContext": {"procMount": "Unmasked"}})
}

test_default if {
	count(proc_mount.deny) == 0 with input as fixtures.pod_with({"securityContext": {"procMount": "Default"}})
}
