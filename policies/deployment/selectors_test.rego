package attest.deployment.selectors_test

import data.attest.deployment.selectors
import data.attest.lib.fixtures_test as fixtures

test_other_label if {
	fixtures.messages(selectors.deny) == {"the selector wants the label `app: a`, which the template does not have"} with input as fixtures.controller("apps/v1", "Deployment", {"selector": {"matchLabels": {"app": "a"}}, "template": {"metadata": {"labels": {"app": "b"}}, "spec": {}}})
}

test_same_label if {
	count(selectors.deny) == 0 with input as fixtures.controller("apps/v1", "Deployment", {"selector": {"matchLabels": {"app": "a"}}, "template": {"metadata": {"labels": {"app": "a", "version": "1"}}, "spec": {}}})
}
