package attest.deployment.admission_webhooks_test

import data.attest.deployment.admission_webhooks
import data.attest.lib.fixtures_test as fixtures

test_guards_itself if {
	fixtures.messages(admission_webhooks.deny_deadlock) == {"when webhook `a` is down, no pod starts in any namespace, its own included"} with input as fixtures.object_of("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", {"webhooks": [{"name": "a", "rules": [{"apiGroups": [""], "resources": ["pods"], "operations": ["CREATE"]}]}]})
}

test_fails_open if {
	count(admission_webhooks.deny_deadlock) == 0 with input as fixtures.object_of("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", {"webhooks": [{"name": "a", "failurePolicy": "Ignore", "rules": [{"resources": ["pods"]}]}]})
}

test_other_resources if {
	count(admission_webhooks.deny_deadlock) == 0 with input as fixtures.object_of("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", {"webhooks": [{"name": "a", "rules": [{"resources": ["ingresses"]}]}]})
}

test_without_tls if {
	fixtures.messages(admission_webhooks.deny_plain) == {"webhook `a` is reached without TLS"} with input as fixtures.object_of("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", {"webhooks": [{"name": "a", "clientConfig": {"url": "http://a.example.com"}}]})
}

test_with_tls if {
	count(admission_webhooks.deny_plain) == 0 with input as fixtures.object_of("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", {"webhooks": [{"name": "a", "clientConfig": {"url": "https://a.example.com"}}]})
}
