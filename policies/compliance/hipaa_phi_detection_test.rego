package attest.compliance.hipaa_phi_detection_test

import data.attest.compliance.hipaa_phi_detection
import data.attest.lib.fixtures_test as fixtures

test_speaks_of_patients if {
	fixtures.messages(hipaa_phi_detection.warn_unlabelled) == {"variable `PATIENT_DB` speaks of health data, and no label does"} with input as fixtures.deployment_with({"env": [{"name": "PATIENT_DB", "value": "x"}]}) with data.attest.parameters["hipaa-phi-detection"] as {"phi_detection": "enabled"}
}

test_not_asked_by_default if {
	count(hipaa_phi_detection.warn_unlabelled) == 0 with input as fixtures.deployment_with({"env": [{"name": "PATIENT_DB", "value": "x"}]})
}

test_other_words if {
	count(hipaa_phi_detection.warn_unlabelled) == 0 with input as fixtures.deployment_with({"env": [{"name": "IMPATIENT", "value": "x"}]}) with data.attest.parameters["hipaa-phi-detection"] as {"phi_detection": "enabled"}
}

test_number if {
	fixtures.messages(hipaa_phi_detection.deny_config_map) == {"`a.csv` holds what looks like a social security or medical record number"} with input as fixtures.object_of("v1", "ConfigMap", {"data": {"a.csv": "078-05-1120"}}) with data.attest.parameters["hipaa-phi-detection"] as {"phi_detection": "enabled"}
}

test_other_number if {
	count(hipaa_phi_detection.deny_config_map) == 0 with input as fixtures.object_of("v1", "ConfigMap", {"data": {"a.csv": "2026-05-11"}}) with data.attest.parameters["hipaa-phi-detection"] as {"phi_detection": "enabled"}
}
