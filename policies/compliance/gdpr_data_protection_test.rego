package attest.compliance.gdpr_data_protection_test

import data.attest.compliance.gdpr_data_protection
import data.attest.lib.fixtures_test as fixtures

test_personal_data if {
	fixtures.messages(gdpr_data_protection.deny_annotations) == {"`web` processes personal data and has no annotation `gdpr.attest.continuu.ms/data-controller`, `gdpr.attest.continuu.ms/retention-period`"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "labels": {"data-classification": "pii"}, "annotations": {"gdpr.attest.continuu.ms/lawful-basis": "contract"}}})
}

test_no_personal_data if {
	count(gdpr_data_protection.deny_annotations) == 0 with input as fixtures.deployment({})
}

test_no_basis if {
	fixtures.messages(gdpr_data_protection.deny_lawful_basis) == {"`curiosity` is no lawful basis"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "annotations": {"gdpr.attest.continuu.ms/lawful-basis": "contract, curiosity"}}})
}

test_basis if {
	count(gdpr_data_protection.deny_lawful_basis) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "annotations": {"gdpr.attest.continuu.ms/lawful-basis": "Legitimate interests"}}})
}

test_no_period if {
	fixtures.messages(gdpr_data_protection.deny_retention) == {"`forever` is no period"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "annotations": {"gdpr.attest.continuu.ms/retention-period": "forever"}}})
}

test_period if {
	count(gdpr_data_protection.deny_retention) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "annotations": {"gdpr.attest.continuu.ms/retention-period": "P90D"}}})
}
