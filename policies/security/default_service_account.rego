# METADATA
# title: Service accounts must belong to one workload
# description: >-
#   Every pod that names no service account runs as `default`: what is granted to it, all of them hold.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
package attest.security.default_service_account

import data.attest.lib.kubernetes
import data.attest.lib.rbac

# METADATA
# title: Bindings must not grant anything to default service accounts
# description: >-
#   What is granted to `default`, every pod of the namespace holds that names no account of its own.
# custom:
#   severity: high
#   remediation: make a service account for the workload, and bind the role to it
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.5"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: RoleBinding
#       metadata: {name: web}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
#       subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: RoleBinding
#       metadata: {name: web}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
#       subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
deny_binding contains result if {
	some found in rbac.subjects
	found.subject.kind == "ServiceAccount"
	found.subject.name == "default"
	input.roleRef.name != "cluster-admin"
	result := {
		"message": sprintf("`%s` is granted to a default service account", [input.roleRef.name]),
		"path": found.path,
	}
}

# METADATA
# title: Pods should mount no token of the default service account
# description: >-
#   A pod that names no service account speaks to the API server as `default`, or never does: its token serves only who breaks in.
# custom:
#   severity: low
#   remediation: 'set `automountServiceAccountToken: false`, or `serviceAccountName` when the pod needs the API server'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.5", "5.1.6"]
#     NSA-CISA-Kubernetes-1.2: ["Protecting Pod service account tokens"]
#     SOC2: ["CC6.3"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         automountServiceAccountToken: false
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_token contains result if {
	spec := kubernetes.pod_spec
	object.get(spec, "serviceAccountName", object.get(spec, "serviceAccount", "default")) in {"default", ""}
	not spec.automountServiceAccountToken == false
	result := {
		"message": "the pod mounts a token of the default service account",
		"path": kubernetes.existing(array.concat(kubernetes.pod_path, ["serviceAccountName"])),
	}
}

# METADATA
# title: Default service accounts should hand out no tokens
# description: >-
#   `automountServiceAccountToken` of the account holds for every pod that says nothing itself.
# custom:
#   severity: low
#   remediation: 'set `automountServiceAccountToken: false`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.5"]
#     NSA-CISA-Kubernetes-1.2: ["Protecting Pod service account tokens"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: ServiceAccount
#       metadata: {name: default}
#       automountServiceAccountToken: false
#     bad: |
#       apiVersion: v1
#       kind: ServiceAccount
#       metadata: {name: default}
warn_account contains result if {
	input.kind == "ServiceAccount"
	input.metadata.name == "default"
	not input.automountServiceAccountToken == false
	result := {
		"message": "every pod that says nothing gets a token of this service account",
		"path": ["metadata", "name"],
	}
}
