# METADATA
# title: Objects must use API versions that are served
# description: >-
#   A cluster refuses objects of API versions that it no longer serves: what deploys today fails after the upgrade.
# related_resources:
#   - https://kubernetes.io/docs/reference/using-api/deprecation-guide/
# custom:
#   parameters:
#     kubernetes_version: {type: string, description: "the version of the cluster, such as `1.34`"}
package attest.deployment.api_versions

import data.attest.parameters["api-versions"] as parameters

# METADATA
# title: Objects must not use removed API versions
# description: >-
#   The cluster does not know the object: it is refused, and with it the rest of the release.
# custom:
#   severity: high
#   remediation: 'use the API version that the finding names, and mind the fields that changed'
#   examples:
#     good: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *"}
#     bad: |
#       apiVersion: batch/v1beta1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *"}
deny_removed contains result if {
	[minor, replacement] := gone[input.apiVersion][input.kind]
	minor <= target
	result := {
		"message": sprintf("`%s` of %s was removed in Kubernetes 1.%d; %s", [input.apiVersion, input.kind, minor, replacement]),
		"path": ["apiVersion"],
	}
}

# METADATA
# title: Objects should not use deprecated API versions
# description: >-
#   What is deprecated still works, and will be gone in a release that is already known or in one to come.
# custom:
#   severity: low
#   remediation: 'use the API version that the finding names'
#   examples:
#     parameters: {kubernetes_version: "1.24"}
#     good: |
#       apiVersion: batch/v1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *"}
#     bad: |
#       apiVersion: batch/v1beta1
#       kind: CronJob
#       metadata: {name: report}
#       spec: {schedule: "0 3 * * *"}
warn_deprecated contains result if {
	[minor, replacement] := gone[input.apiVersion][input.kind]
	minor > target
	result := {
		"message": sprintf("`%s` of %s is removed in Kubernetes 1.%d; %s", [input.apiVersion, input.kind, minor, replacement]),
		"path": ["apiVersion"],
	}
}

warn_deprecated contains result if {
	replacement := deprecated[input.apiVersion][input.kind]
	result := {
		"message": sprintf("`%s` of %s is deprecated; %s", [input.apiVersion, input.kind, replacement]),
		"path": ["apiVersion"],
	}
}

target := to_number(split(parameters.kubernetes_version, ".")[1])

# By API version and kind: the minor version of Kubernetes 1 that no longer serves it, and what to use instead.
gone := {
	"extensions/v1beta1": {
		"DaemonSet": [16, "use `apps/v1`"],
		"Deployment": [16, "use `apps/v1`"],
		"ReplicaSet": [16, "use `apps/v1`"],
		"NetworkPolicy": [16, "use `networking.k8s.io/v1`"],
		"PodSecurityPolicy": [16, "use Pod Security Admission"],
		"Ingress": [22, "use `networking.k8s.io/v1`"],
	},
	"apps/v1beta1": {
		"Deployment": [16, "use `apps/v1`"],
		"StatefulSet": [16, "use `apps/v1`"],
	},
	"apps/v1beta2": {
		"DaemonSet": [16, "use `apps/v1`"],
		"Deployment": [16, "use `apps/v1`"],
		"ReplicaSet": [16, "use `apps/v1`"],
		"StatefulSet": [16, "use `apps/v1`"],
	},
	"admissionregistration.k8s.io/v1beta1": {
		"MutatingWebhookConfiguration": [22, "use `admissionregistration.k8s.io/v1`"],
		"ValidatingWebhookConfiguration": [22, "use `admissionregistration.k8s.io/v1`"],
	},
	"apiextensions.k8s.io/v1beta1": {"CustomResourceDefinition": [22, "use `apiextensions.k8s.io/v1`"]},
	"apiregistration.k8s.io/v1beta1": {"APIService": [22, "use `apiregistration.k8s.io/v1`"]},
	"authentication.k8s.io/v1beta1": {"TokenReview": [22, "use `authentication.k8s.io/v1`"]},
	"authorization.k8s.io/v1beta1": {
		"LocalSubjectAccessReview": [22, "use `authorization.k8s.io/v1`"],
		"SelfSubjectAccessReview": [22, "use `authorization.k8s.io/v1`"],
		"SubjectAccessReview": [22, "use `authorization.k8s.io/v1`"],
	},
	"certificates.k8s.io/v1beta1": {"CertificateSigningRequest": [22, "use `certificates.k8s.io/v1`"]},
	"coordination.k8s.io/v1beta1": {"Lease": [22, "use `coordination.k8s.io/v1`"]},
	"networking.k8s.io/v1beta1": {
		"Ingress": [22, "use `networking.k8s.io/v1`"],
		"IngressClass": [22, "use `networking.k8s.io/v1`"],
	},
	"rbac.authorization.k8s.io/v1beta1": {
		"ClusterRole": [22, "use `rbac.authorization.k8s.io/v1`"],
		"ClusterRoleBinding": [22, "use `rbac.authorization.k8s.io/v1`"],
		"Role": [22, "use `rbac.authorization.k8s.io/v1`"],
		"RoleBinding": [22, "use `rbac.authorization.k8s.io/v1`"],
	},
	"scheduling.k8s.io/v1beta1": {"PriorityClass": [22, "use `scheduling.k8s.io/v1`"]},
	"storage.k8s.io/v1beta1": {
		"CSIDriver": [22, "use `storage.k8s.io/v1`"],
		"CSINode": [22, "use `storage.k8s.io/v1`"],
		"StorageClass": [22, "use `storage.k8s.io/v1`"],
		"VolumeAttachment": [22, "use `storage.k8s.io/v1`"],
		"CSIStorageCapacity": [27, "use `storage.k8s.io/v1`"],
	},
	"batch/v1beta1": {"CronJob": [25, "use `batch/v1`"]},
	"discovery.k8s.io/v1beta1": {"EndpointSlice": [25, "use `discovery.k8s.io/v1`"]},
	"events.k8s.io/v1beta1": {"Event": [25, "use `events.k8s.io/v1`"]},
	"autoscaling/v2beta1": {"HorizontalPodAutoscaler": [25, "use `autoscaling/v2`"]},
	"autoscaling/v2beta2": {"HorizontalPodAutoscaler": [26, "use `autoscaling/v2`"]},
	"policy/v1beta1": {
		"PodDisruptionBudget": [25, "use `policy/v1`"],
		"PodSecurityPolicy": [25, "use Pod Security Admission"],
	},
	"node.k8s.io/v1beta1": {"RuntimeClass": [25, "use `node.k8s.io/v1`"]},
	"flowcontrol.apiserver.k8s.io/v1beta1": {
		"FlowSchema": [26, "use `flowcontrol.apiserver.k8s.io/v1`"],
		"PriorityLevelConfiguration": [26, "use `flowcontrol.apiserver.k8s.io/v1`"],
	},
	"flowcontrol.apiserver.k8s.io/v1beta2": {
		"FlowSchema": [29, "use `flowcontrol.apiserver.k8s.io/v1`"],
		"PriorityLevelConfiguration": [29, "use `flowcontrol.apiserver.k8s.io/v1`"],
	},
	"flowcontrol.apiserver.k8s.io/v1beta3": {
		"FlowSchema": [32, "use `flowcontrol.apiserver.k8s.io/v1`"],
		"PriorityLevelConfiguration": [32, "use `flowcontrol.apiserver.k8s.io/v1`"],
	},
}

# Still served, with no release named for the end.
deprecated := {"v1": {
	"ComponentStatus": "ask the health endpoints of the components",
	"Endpoints": "use EndpointSlice of `discovery.k8s.io/v1`",
}}
