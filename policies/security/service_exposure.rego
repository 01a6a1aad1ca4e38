# METADATA
# title: Services should not face the internet by accident
# description: >-
#   A Service decides who can connect at all. What was meant for the cluster alone seldom asks for a password.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/
# custom:
#   parameters:
#     internal_ports: {type: object, description: ports that must not be reachable from outside of the cluster with what listens there}
package attest.security.service_exposure

import data.attest.lib.kubernetes
import data.attest.parameters["service-exposure"] as parameters

# METADATA
# title: Services should not open ports of the nodes
# description: >-
#   A `NodePort` opens a port on every node, reachable by whoever reaches a node, past the ingress and its TLS.
# custom:
#   severity: low
#   remediation: use `ClusterIP` behind an Ingress or a Gateway
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {type: ClusterIP, ports: [{port: 443}]}
#     bad: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {type: NodePort, ports: [{port: 443}]}
warn_node_port contains result if {
	kubernetes.service.type == "NodePort"
	count(exposed) == 0
	result := {
		"message": sprintf("service `%s` opens a port on every node", [kubernetes.name]),
		"path": ["spec", "type"],
	}
}

# METADATA
# title: Load balancers should say who may connect
# description: >-
#   A `LoadBalancer` without source ranges takes traffic from the whole internet.
# custom:
#   severity: low
#   remediation: use `ClusterIP` behind an Ingress, name `loadBalancerSourceRanges`, or make the load balancer internal
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24], ports: [{port: 443}]}
#     bad: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {type: LoadBalancer, ports: [{port: 443}]}
warn_load_balancer contains result if {
	is_open
	count(exposed) == 0
	result := {
		"message": sprintf("service `%s` takes traffic from everywhere", [kubernetes.name]),
		"path": ["spec", "type"],
	}
}

# METADATA
# title: Databases and consoles must not be reachable from outside
# description: >-
#   Databases, queues, kubelets and remote consoles are searched for on the whole internet and found within hours.
# custom:
#   severity: high
#   remediation: use `ClusterIP`, and reach the service through a private network
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1", "1.4.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {type: ClusterIP, ports: [{port: 6379}]}
#     bad: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {type: LoadBalancer, ports: [{port: 6379}]}
deny_internal_port contains result if {
	some result in exposed
}

# METADATA
# title: Services must not claim external addresses
# description: >-
#   Whoever sets `externalIPs` draws traffic for that address from every node to the Service, that of other teams included (CVE-2020-8554).
# custom:
#   severity: high
#   remediation: remove `externalIPs`, and use a load balancer
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {type: ClusterIP, ports: [{port: 443}]}
#     bad: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: web}
#       spec:
#         {externalIPs: [203.0.113.7], ports: [{port: 443}]}
deny_external_ips contains result if {
	count(kubernetes.service.externalIPs) > 0
	result := {
		"message": sprintf("service `%s` claims external addresses", [kubernetes.name]),
		"path": ["spec", "externalIPs"],
	}
}

exposed contains result if {
	is_reachable
	some i, port in kubernetes.service.ports
	some number in {port.port, object.get(port, "targetPort", port.port)}
	what := parameters.internal_ports[sprintf("%v", [number])]
	result := {
		"message": sprintf("service `%s` exposes %s, port %v, outside of the cluster", [kubernetes.name, what, number]),
		"path": ["spec", "ports", i],
	}
}

is_reachable if is_open

is_reachable if kubernetes.service.type == "NodePort"

is_open if {
	kubernetes.service.type == "LoadBalancer"
	not is_restricted
	not is_internal
}

is_restricted if {
	ranges := kubernetes.service.loadBalancerSourceRanges
	count(ranges) > 0
	not "0.0.0.0/0" in ranges
}

# Every cloud has its own annotation for a load balancer without public address.
is_internal if {
	some name, value in kubernetes.own_annotations
	contains(name, "load-balancer")
	lower(sprintf("%v", [value])) in {"internal", "true"}
}
