package tests.compliance_test

import data.compliance.gdpr
import data.compliance.hipaa
import data.compliance.soc2

deployment(namespace, labels) := {"kind": "Deployment", "metadata": {"name": "a", "namespace": namespace, "labels": labels}}

test_production_without_audit_log if {
	count(soc2.deny) == 1 with input as deployment("production", {})
}

test_production_with_audit_log if {
	count(soc2.deny) == 0 with input as deployment("production", {"attest.continuu.ms/audit-logging": "enabled"})
}

test_development_without_audit_log if {
	count(soc2.deny) == 0 with input as deployment("development", {})
}

test_personal_data_without_reason if {
	count(gdpr.deny) == 3 with input as deployment("crm", {"gdpr.attest.continuu.ms/personal-data": "true"})
}

test_no_personal_data if {
	count(gdpr.deny) == 0 with input as deployment("crm", {})
}

test_health_data_without_encryption if {
	claim := {"kind": "PersistentVolumeClaim", "metadata": {"name": "a", "labels": {"hipaa.attest.continuu.ms/phi": "true"}}}
	count(hipaa.deny) == 1 with input as claim
}

test_other_data_without_encryption if {
	count(hipaa.deny) == 0 with input as {"kind": "PersistentVolumeClaim", "metadata": {"name": "a"}}
}
