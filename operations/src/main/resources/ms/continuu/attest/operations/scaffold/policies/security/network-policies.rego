# METADATA
# title: Network policies must say who may connect
# description: >-
#   An empty rule lets everything in, so that one broken pod reaches all others.
# custom:
#   severity: high
#   remediation: name the pods or namespaces that may connect in `from`
#   controls:
#     CIS-Kubernetes-1.9: ["5.3.2"]
#     SOC2: ["CC6.6"]
#   examples:
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: NetworkPolicy
#       metadata: {name: web}
#       spec: {podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: proxy}}}]}]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: NetworkPolicy
#       metadata: {name: web}
#       spec: {podSelector: {}, ingress: [{}]}
package security.network_policies

import data.attest.lib.kubernetes

deny contains result if {
	input.kind == "NetworkPolicy"
	some i, rule in input.spec.ingress
	count(object.get(rule, "from", [])) == 0
	result := {
		"message": sprintf("network policy `%s` lets everybody in", [kubernetes.name]),
		"path": ["spec", "ingress", i],
	}
}
