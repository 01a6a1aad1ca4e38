package attest.deployment.required_labels_test

import data.attest.deployment.required_labels
import data.attest.lib.fixtures_test as fixtures

test_no_owner if {
	fixtures.messages(required_labels.deny) == {"deployment `web` has no label `owner`, `team`"} with input as fixtures.deployment({}) with data.attest.parameters["required-labels"] as {"labels": ["owner", "team"], "annotations": [], "kinds": ["Deployment"]}
}

test_no_annotation if {
	fixtures.messages(required_labels.deny) == {"deployment `web` has no annotation `example.com/contact`"} with input as fixtures.deployment({}) with data.attest.parameters["required-labels"] as {"labels": [], "annotations": ["example.com/contact"], "kinds": ["Deployment"]}
}

test_other_kind if {
	count(required_labels.deny) == 0 with input as fixtures.pod({}) with data.attest.parameters["required-labels"] as {"labels": ["owner"], "annotations": [], "kinds": ["Deployment"]}
}

test_nothing_by_default if {
	count(required_labels.deny) == 0 with input as fixtures.deployment({})
}
