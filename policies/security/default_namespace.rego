# METADATA
# title: Workloads should not stand in namespaces of the system
# description: >-
#   Roles, quotas and network policies are cut along namespaces. What shares one with the system, or with whatever nobody placed, cannot be told apart.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
package attest.security.default_namespace

import data.attest.lib.kubernetes

# METADATA
# title: Workloads should have a namespace of their own
# description: >-
#   In `default` stands what nobody placed, with the rights of whoever came first.
# custom:
#   severity: low
#   remediation: name a namespace of the application
#   controls:
#     CIS-Kubernetes-1.9: ["5.7.4"]
#     NSA-CISA-Kubernetes-1.2: ["Namespaces"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web, namespace: shop}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web, namespace: default}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
warn_default contains result if {
	kubernetes.pod_spec
	kubernetes.namespace == "default"
	result := {
		"message": "the workload stands in the namespace `default`",
		"path": ["metadata", "namespace"],
	}
}

# METADATA
# title: Workloads must not stand in kube-public
# description: >-
#   `kube-public` is readable by everyone, without a password in most clusters.
# custom:
#   severity: medium
#   remediation: name a namespace of the application
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Namespaces"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: web, namespace: shop}
#     bad: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: web, namespace: kube-public}
deny_public contains result if {
	kubernetes.namespace in {"kube-public", "kube-node-lease"}
	not kubernetes.name in {"cluster-info", "kube-root-ca.crt"}
	not input.kind in {"Role", "RoleBinding", "Lease"}
	result := {
		"message": sprintf("`%s` is for the system alone", [kubernetes.namespace]),
		"path": ["metadata", "namespace"],
	}
}
