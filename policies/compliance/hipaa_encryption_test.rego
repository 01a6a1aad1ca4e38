package attest.compliance.hipaa_encryption_test

import data.attest.compliance.hipaa_encryption
import data.attest.lib.fixtures_test as fixtures

test_claim if {
	fixtures.messages(hipaa_encryption.deny_at_rest) == {"nothing says that the default storage class encrypts health data"} with input as fixtures.object_of("v1", "PersistentVolumeClaim", {"metadata": {"name": "a", "labels": {"data-classification": "phi"}}, "spec": {}})
}

test_claim_of_a_set if {
	fixtures.messages(hipaa_encryption.deny_at_rest) == {"nothing says that the storage class `standard` encrypts health data"} with input as fixtures.object_of("apps/v1", "StatefulSet", {"metadata": {"name": "a", "labels": {"hipaa.attest.continuu.ms/phi": "true"}}, "spec": {"volumeClaimTemplates": [{"metadata": {"name": "d"}, "spec": {"storageClassName": "standard"}}]}})
}

test_encrypted_otherwise if {
	count(hipaa_encryption.deny_at_rest) == 0 with input as fixtures.object_of("v1", "PersistentVolumeClaim", {"metadata": {"name": "a", "labels": {"hipaa.attest.continuu.ms/phi": "true", "hipaa.attest.continuu.ms/encryption-at-rest": "enabled"}}, "spec": {}})
}

test_no_health_data if {
	count(hipaa_encryption.deny_at_rest) == 0 with input as fixtures.object_of("v1", "PersistentVolumeClaim", {"spec": {}})
}

test_plain_service if {
	fixtures.messages(hipaa_encryption.deny_in_transit) == {"`a` serves health data without TLS"} with input as fixtures.object_of("v1", "Service", {"metadata": {"name": "a", "labels": {"hipaa.attest.continuu.ms/phi": "true"}}, "spec": {"ports": [{"port": 443}, {"port": 8443, "appProtocol": "http"}]}})
}

test_plain_ingress if {
	fixtures.messages(hipaa_encryption.deny_in_transit) == {"`a` serves health data without TLS"} with input as fixtures.object_of("networking.k8s.io/v1", "Ingress", {"metadata": {"name": "a", "labels": {"hipaa.attest.continuu.ms/phi": "true"}}, "spec": {"rules": []}})
}

test_tls if {
	count(hipaa_encryption.deny_in_transit) == 0 with input as fixtures.object_of("v1", "Service", {"metadata": {"name": "a", "labels": {"hipaa.attest.continuu.ms/phi": "true"}}, "spec": {"ports": [{"port": 443}]}})
}
