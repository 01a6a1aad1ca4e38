# METADATA
# title: Pods should belong to a controller
# description: >-
#   A pod that nothing owns is gone when its node is, and nobody starts it anew. Pods that hooks of Helm or operators own are not asked.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/
# custom:
#   severity: low
#   remediation: use a Deployment, a StatefulSet or a Job
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         template:
#           spec:
#             containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.deployment.naked_pods

import data.attest.lib.kubernetes

warn contains result if {
	input.kind == "Pod"
	count(object.get(input, ["metadata", "ownerReferences"], [])) == 0
	not object.get(kubernetes.pod_spec, "restartPolicy", "Always") in {"Never", "OnFailure"}
	not is_hook
	result := {
		"message": sprintf("nothing restarts pod `%s` on another node", [kubernetes.name]),
		"path": ["kind"],
	}
}

is_hook if {
	some key in ["helm.sh/hook", "kubernetes.io/config.source", "argocd.argoproj.io/hook"]
	kubernetes.own_annotations[key]
}
