# METADATA
# title: Network policies must keep something out
# description: >-
#   A policy that allows everything looks like protection in every list, and is none.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
package attest.security.network_policies

# METADATA
# title: Network policies should not let everyone in
# description: >-
#   A rule of `ingress` without `from` and without `ports` allows all traffic to the selected pods, whatever other policies say.
# custom:
#   severity: low
#   remediation: 'name who may connect in `from`, and to which `ports`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.3.2"]
#     NSA-CISA-Kubernetes-1.2: ["Network policies"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: NetworkPolicy
#       metadata: {name: web}
#       spec: {podSelector: {matchLabels: {app: web}}, ingress: [{from: [{podSelector: {matchLabels: {app: proxy}}}]}]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: NetworkPolicy
#       metadata: {name: web}
#       spec: {podSelector: {matchLabels: {app: web}}, ingress: [{}]}
warn_ingress contains result if {
	is_policy
	some i, rule in input.spec.ingress
	is_open(rule, "from")
	result := {
		"message": "the policy lets everyone in, on every port",
		"path": ["spec", "ingress", i],
	}
}

# METADATA
# title: Network policies for a namespace should not let everything out
# description: >-
#   What breaks into a pod calls home and fetches its tools through egress. A policy for all pods that allows all egress keeps every other policy from restricting it.
# custom:
#   severity: low
#   remediation: 'name where pods may connect to in `to`, the DNS service among it'
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Network policies"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.2"]
#   examples:
#     good: |
#       apiVersion: networking.k8s.io/v1
#       kind: NetworkPolicy
#       metadata: {name: default}
#       spec: {podSelector: {}, policyTypes: [Egress]}
#     bad: |
#       apiVersion: networking.k8s.io/v1
#       kind: NetworkPolicy
#       metadata: {name: default}
#       spec: {podSelector: {}, policyTypes: [Egress], egress: [{}]}
warn_egress contains result if {
	is_policy
	object.get(input.spec, "podSelector", {}) == {}
	some i, rule in input.spec.egress
	is_open(rule, "to")
	result := {
		"message": "the policy lets all pods of the namespace connect everywhere",
		"path": ["spec", "egress", i],
	}
}

is_policy if {
	input.kind == "NetworkPolicy"
	startswith(input.apiVersion, "networking.k8s.io/")
}

is_open(rule, field) if {
	count(object.get(rule, "ports", [])) == 0
	is_anywhere(object.get(rule, field, []))
}

is_anywhere([])

is_anywhere(peers) if {
	some peer in peers
	peer.ipBlock.cidr in {"0.0.0.0/0", "::/0"}
	count(object.get(peer.ipBlock, "except", [])) == 0
}
