# METADATA
# title: Webhooks must not stop the cluster
# description: >-
#   The API server waits for webhooks on every request that they ask for: one that is down takes down what it guards.
# related_resources:
#   - https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/
package attest.deployment.admission_webhooks

# METADATA
# title: Webhooks must leave out the namespace of the system
# description: >-
#   A webhook that fails closed and asks for every object also guards the pods that it needs itself: once it is down, it cannot start again.
# custom:
#   severity: medium
#   remediation: 'set a `namespaceSelector` or `matchConditions` that leave out `kube-system` and the namespace of the webhook, or list the resources'
#   examples:
#     good: |
#       apiVersion: admissionregistration.k8s.io/v1
#       kind: ValidatingWebhookConfiguration
#       metadata: {name: guard}
#       webhooks:
#         - name: guard.example.com
#           failurePolicy: Fail
#           namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system, guard]}]}
#           rules: [{apiGroups: ["*"], apiVersions: ["*"], resources: ["*"], operations: [CREATE]}]
#     bad: |
#       apiVersion: admissionregistration.k8s.io/v1
#       kind: ValidatingWebhookConfiguration
#       metadata: {name: guard}
#       webhooks:
#         - name: guard.example.com
#           failurePolicy: Fail
#           rules: [{apiGroups: ["*"], apiVersions: ["*"], resources: ["*"], operations: [CREATE]}]
deny_deadlock contains result if {
	some i, webhook in webhooks
	object.get(webhook, "failurePolicy", "Fail") == "Fail"
	object.get(webhook, "namespaceSelector", {}) == {}
	object.get(webhook, "objectSelector", {}) == {}
	count(object.get(webhook, "matchConditions", [])) == 0
	some rule in webhook.rules
	some resource in rule.resources
	resource in {"*", "*/*", "pods"}
	"CREATE" in object.get(rule, "operations", ["CREATE"])
	result := {
		"message": sprintf("when webhook `%s` is down, no pod starts in any namespace, its own included", [webhook.name]),
		"path": ["webhooks", i],
	}
}

# METADATA
# title: Webhooks must be reached over TLS
# description: >-
#   Webhooks see every object that they ask for, secrets among them.
# custom:
#   severity: high
#   remediation: 'use an `https` URL or a `service`'
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Encryption"]
#   examples:
#     good: |
#       apiVersion: admissionregistration.k8s.io/v1
#       kind: ValidatingWebhookConfiguration
#       metadata: {name: guard}
#       webhooks: [{name: guard.example.com, clientConfig: {url: "https://guard.example.com/"}, rules: []}]
#     bad: |
#       apiVersion: admissionregistration.k8s.io/v1
#       kind: ValidatingWebhookConfiguration
#       metadata: {name: guard}
#       webhooks: [{name: guard.example.com, clientConfig: {url: "http://guard.example.com/"}, rules: []}]
deny_plain contains result if {
	some i, webhook in webhooks
	startswith(webhook.clientConfig.url, "http:")
	result := {
		"message": sprintf("webhook `%s` is reached without TLS", [webhook.name]),
		"path": ["webhooks", i, "clientConfig", "url"],
	}
}

webhooks := input.webhooks if {
	input.kind in {"ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"}
	startswith(input.apiVersion, "admissionregistration.k8s.io/")
}
