package attest.compliance.hipaa_access_controls_test

import data.attest.compliance.hipaa_access_controls
import data.attest.lib.fixtures_test as fixtures

test_default_account if {
	fixtures.messages(hipaa_access_controls.deny_identity) == {"`web` handles health data and has no identity of its own"} with input as object.union(fixtures.deployment({}), {"metadata": {"labels": {"hipaa.attest.continuu.ms/phi": "true"}}})
}

test_no_health_data if {
	count(hipaa_access_controls.deny_identity) == 0 with input as fixtures.deployment({})
}

test_every_secret if {
	fixtures.messages(hipaa_access_controls.deny_roles) == {"role `web` grants more than the minimum necessary for health data"} with input as object.union(fixtures.role([{"resources": ["secrets"], "verbs": ["get"]}]), {"metadata": {"labels": {"hipaa.attest.continuu.ms/phi": "true"}}})
}

test_named_secret if {
	count(hipaa_access_controls.deny_roles) == 0 with input as object.union(fixtures.role([{"resources": ["secrets"], "resourceNames": ["a"], "verbs": ["get"]}]), {"metadata": {"labels": {"hipaa.attest.continuu.ms/phi": "true"}}})
}

test_no_audit_log if {
	fixtures.messages(hipaa_access_controls.deny_audit_logging) == {"nothing says that `web`, which handles health data, writes an audit log"} with input as object.union(fixtures.deployment({}), {"metadata": {"labels": {"hipaa.attest.continuu.ms/phi": "true"}}})
}

test_audit_log if {
	count(hipaa_access_controls.deny_audit_logging) == 0 with input as object.union(fixtures.deployment({}), {"metadata": {"labels": {"hipaa.attest.continuu.ms/phi": "true"}, "annotations": {"attest.continuu.ms/audit-logging": "enabled"}}})
}
