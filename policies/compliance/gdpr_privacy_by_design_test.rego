package attest.compliance.gdpr_privacy_by_design_test

import data.attest.compliance.gdpr_privacy_by_design
import data.attest.lib.fixtures_test as fixtures

test_past_the_ingress if {
	fixtures.messages(gdpr_privacy_by_design.deny_exposed) == {"service `a` serves personal data past the Ingress"} with input as fixtures.object_of("v1", "Service", {"metadata": {"name": "a", "labels": {"gdpr.attest.continuu.ms/personal-data": "true"}}, "spec": {"type": "LoadBalancer"}})
}

test_no_personal_data if {
	count(gdpr_privacy_by_design.deny_exposed) == 0 with input as fixtures.object_of("v1", "Service", {"spec": {"type": "LoadBalancer"}})
}

test_on_the_node if {
	fixtures.messages(gdpr_privacy_by_design.deny_node_storage) == {"volume `v` keeps personal data on the node"} with input as {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "a", "labels": {"gdpr.attest.continuu.ms/personal-data": "true"}}, "spec": {"template": {"spec": {"volumes": [{"name": "v", "hostPath": {"path": "/data"}}]}}}}
}

test_nothing_personal if {
	count(gdpr_privacy_by_design.deny_node_storage) == 0 with input as fixtures.pod({"volumes": [{"name": "v", "hostPath": {"path": "/data"}}]})
}
