package attest.security.default_service_account_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.default_service_account

test_default_of_a_namespace if {
	fixtures.messages(default_service_account.deny_binding) == {"`view` is granted to a default service account"} with input as fixtures.binding("view", [{"kind": "ServiceAccount", "name": "default", "namespace": "shop"}])
}

test_account_of_its_own if {
	count(default_service_account.deny_binding) == 0 with input as fixtures.binding("view", [{"kind": "ServiceAccount", "name": "web", "namespace": "shop"}])
}

test_user_called_default if {
	count(default_service_account.deny_binding) == 0 with input as fixtures.binding("view", [{"kind": "User", "name": "default"}])
}

test_nothing_said if {
	fixtures.messages(default_service_account.warn_token) == {"the pod mounts a token of the default service account"} with input as fixtures.deployment({})
}

test_no_token if {
	count(default_service_account.warn_token) == 0 with input as fixtures.cron_job({"automountServiceAccountToken": false})
}

test_account_of_the_pod if {
	count(default_service_account.warn_token) == 0 with input as fixtures.pod({"serviceAccountName": "web"})
}

test_account_called_default if {
	fixtures.messages(default_service_account.warn_account) == {"every pod that says nothing gets a token of this service account"} with input as fixtures.object_of("v1", "ServiceAccount", {"metadata": {"name": "default"}})
}

test_default_without_tokens if {
	count(default_service_account.warn_account) == 0 with input as fixtures.object_of("v1", "ServiceAccount", {"metadata": {"name": "default"}, "automountServiceAccountToken": false})
}
