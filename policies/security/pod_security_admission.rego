# METADATA
# title: Namespaces must hold pods to a security standard
# description: >-
#   Pod Security Admission holds the pods of a namespace to a standard, told by a label of the namespace.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-admission/
# custom:
#   parameters:
#     required: {type: boolean, description: whether every Namespace must enforce a standard}
package attest.security.pod_security_admission

import data.attest.parameters["pod-security-admission"] as parameters

# METADATA
# title: Namespaces should not enforce the privileged standard
# description: >-
#   The standard `privileged` allows everything, root on the node included: enforcing it enforces nothing.
# custom:
#   severity: low
#   remediation: 'enforce `baseline` or `restricted`, and keep what needs more in a namespace of its own'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.1"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Namespace
#       metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
#     bad: |
#       apiVersion: v1
#       kind: Namespace
#       metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: privileged}}
warn_privileged contains result if {
	input.kind == "Namespace"
	input.metadata.labels[label] == "privileged"
	result := {
		"message": "pods of the namespace may do everything",
		"path": ["metadata", "labels", label],
	}
}

# METADATA
# title: Namespaces must enforce a pod security standard
# description: >-
#   Without the label `pod-security.kubernetes.io/enforce`, the cluster's default holds, which allows everything unless changed. Asked only where `required` is true.
# custom:
#   severity: medium
#   remediation: 'add the label `pod-security.kubernetes.io/enforce: restricted`, or `baseline`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.2.1"]
#     NSA-CISA-Kubernetes-1.2: ["Pod security enforcement"]
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: v1
#       kind: Namespace
#       metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
#     bad: |
#       apiVersion: v1
#       kind: Namespace
#       metadata: {name: shop}
deny_unset contains result if {
	parameters.required == true
	input.kind == "Namespace"
	not input.metadata.labels[label]
	result := {
		"message": "the namespace holds its pods to no security standard",
		"path": ["metadata"],
	}
}

label := "pod-security.kubernetes.io/enforce"
