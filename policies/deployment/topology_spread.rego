# METADATA
# title: Production replicas should stand on several nodes
# description: >-
#   Replicas that happen to share a node or a zone fall with it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
# custom:
#   severity: low
#   remediation: 'add `topologySpreadConstraints`, or a `podAntiAffinity`'
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production}
#       spec:
#         replicas: 3
#         template:
#           spec:
#             topologySpreadConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway}]
#             containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production}
#       spec:
#         replicas: 3
#         template:
#           spec:
#             containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.deployment.topology_spread

import data.attest.lib.kubernetes

warn contains result if {
	input.kind in {"Deployment", "StatefulSet"}
	kubernetes.is_production
	kubernetes.pod_spec
	input.spec.replicas > 1
	not is_spread
	result := {
		"message": sprintf("nothing keeps the %d replicas from sharing one node", [input.spec.replicas]),
		"path": kubernetes.pod_path,
	}
}

is_spread if count(kubernetes.pod_spec.topologySpreadConstraints) > 0

is_spread if kubernetes.pod_spec.affinity.podAntiAffinity
