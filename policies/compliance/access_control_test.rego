package attest.compliance.access_control_test

import data.attest.compliance.access_control
import data.attest.lib.fixtures_test as fixtures

test_default_account_in_production if {
	fixtures.messages(access_control.deny_identity) == {"the workload has no identity of its own"} with input as object.union(fixtures.deployment({}), {"metadata": {"name": "web", "namespace": "production"}}) with data.attest.parameters["access-control"] as {"required": true}
}

test_not_asked_by_default if {
	count(access_control.deny_identity) == 0 with input as object.union(fixtures.deployment({}), {"metadata": {"name": "web", "namespace": "production"}})
}

test_own_account if {
	count(access_control.deny_identity) == 0 with input as object.union(fixtures.deployment({"serviceAccountName": "web"}), {"metadata": {"name": "web", "namespace": "production"}}) with data.attest.parameters["access-control"] as {"required": true}
}

test_approved_by_nobody if {
	fixtures.messages(access_control.deny_approval) == {"nobody is named who approved that `view` is granted"} with input as fixtures.binding("view", [{"kind": "User", "name": "u"}]) with data.attest.parameters["access-control"] as {"required": true}
}

test_not_asked if {
	count(access_control.deny_approval) == 0 with input as fixtures.binding("view", [{"kind": "User", "name": "u"}])
}
