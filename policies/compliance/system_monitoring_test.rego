package attest.compliance.system_monitoring_test

import data.attest.compliance.system_monitoring
import data.attest.lib.fixtures_test as fixtures

test_no_audit_log if {
	fixtures.messages(system_monitoring.deny_audit_logging) == {"nothing says that `web` writes an audit log"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "production"}}) with data.attest.parameters["system-monitoring"] as {"required": true}
}

test_label_of_the_pods if {
	count(system_monitoring.deny_audit_logging) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "production"}, "spec": {"template": {"metadata": {"labels": {"attest.continuu.ms/audit-logging": "enabled"}}}}}) with data.attest.parameters["system-monitoring"] as {"required": true}
}

test_not_asked_by_default if {
	count(system_monitoring.deny_audit_logging) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "production"}})
}

test_not_monitored if {
	fixtures.messages(system_monitoring.deny_monitoring) == {"nothing says that `web` is monitored"} with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "production"}}) with data.attest.parameters["system-monitoring"] as {"required": true}
}

test_scraped if {
	count(system_monitoring.deny_monitoring) == 0 with input as fixtures.object_of("apps/v1", "Deployment", {"metadata": {"name": "web", "namespace": "production"}, "spec": {"template": {"metadata": {"annotations": {"prometheus.io/scrape": "true"}}}}}) with data.attest.parameters["system-monitoring"] as {"required": true}
}
