# METADATA
# title: Access must be granted to one identity at a time
# description: >-
#   SOC 2 asks for logical access security: each workload has an identity of its own, and whoever grants access says who approved it. Asked only where `required` is true.
# custom:
#   parameters:
#     required: {type: boolean, description: whether the policy asks anything}
package attest.compliance.access_control

import data.attest.lib.kubernetes
import data.attest.lib.rbac
import data.attest.parameters["access-control"] as parameters

# METADATA
# title: Production workloads must have an identity of their own
# description: >-
#   What runs as `default` cannot be told apart in the audit log, and holds what the others hold.
# custom:
#   severity: medium
#   remediation: set `serviceAccountName`
#   controls:
#     SOC2: ["CC6.1"]
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production}
#       spec: {template: {spec: {serviceAccountName: web, containers: [{name: web, image: "registry.example.com/web:1.4.2"}]}}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production}
#       spec: {template: {spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2"}]}}}
deny_identity contains result if {
	parameters.required == true
	kubernetes.pod_spec
	kubernetes.is_production
	object.get(kubernetes.pod_spec, "serviceAccountName", "default") in {"", "default"}
	result := {
		"message": "the workload has no identity of its own",
		"path": kubernetes.existing(array.concat(kubernetes.pod_path, ["serviceAccountName"])),
	}
}

# METADATA
# title: Bindings must say who approved them
# description: >-
#   Access that nobody approved is found by auditors, or by others first.
# custom:
#   severity: medium
#   remediation: 'add the annotation `attest.continuu.ms/approved-by`'
#   controls:
#     SOC2: ["CC6.1"]
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: RoleBinding
#       metadata: {name: web, annotations: {attest.continuu.ms/approved-by: security@example.com}}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
#       subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: RoleBinding
#       metadata: {name: web}
#       roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
#       subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
deny_approval contains result if {
	parameters.required == true
	count(rbac.subjects) > 0
	not kubernetes.own_annotations["attest.continuu.ms/approved-by"]
	result := {
		"message": sprintf("nobody is named who approved that `%s` is granted", [input.roleRef.name]),
		"path": kubernetes.existing(["metadata", "annotations"]),
	}
}
