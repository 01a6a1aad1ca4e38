package attest.security.anonymous_access_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.anonymous_access

test_anonymous_user if {
	fixtures.messages(anonymous_access.deny_unauthenticated) == {"`view` is granted to the unauthenticated, `system:anonymous`"} with input as fixtures.binding("view", [{"kind": "User", "name": "system:anonymous"}])
}

test_unauthenticated_group if {
	fixtures.messages(anonymous_access.deny_unauthenticated) == {"`edit` is granted to the unauthenticated, `system:unauthenticated`"} with input as fixtures.binding("edit", [{"kind": "Group", "name": "system:unauthenticated"}])
}

test_what_is_public_anyway if {
	count(anonymous_access.deny_unauthenticated) == 0 with input as fixtures.binding("system:public-info-viewer", [{"kind": "Group", "name": "system:unauthenticated"}])
}

test_everybody_with_an_account if {
	fixtures.messages(anonymous_access.deny_everybody) == {"`view` is granted to everybody in `system:authenticated`"} with input as fixtures.binding("view", [{"kind": "Group", "name": "system:authenticated"}])
}

test_every_pod if {
	fixtures.messages(anonymous_access.deny_everybody) == {"`view` is granted to everybody in `system:serviceaccounts`"} with input as fixtures.binding("view", [{"kind": "Group", "name": "system:serviceaccounts"}])
}

test_pods_of_one_namespace if {
	count(anonymous_access.deny_everybody) == 0 with input as fixtures.binding("view", [{"kind": "Group", "name": "system:serviceaccounts:shop"}])
}
