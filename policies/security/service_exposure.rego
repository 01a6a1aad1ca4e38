# METADATA
# title: Services should not face the internet by accident
# description: A `NodePort` opens a port on every node; a `LoadBalancer` without source ranges is open to everyone.
# custom:
#   severity: low
#   fix: use `ClusterIP` behind an ingress, or name `loadBalancerSourceRanges`
package attest.security.service_exposure

warn contains result if {
	input.kind == "Service"
	input.spec.type == "NodePort"
	result := {
		"message": sprintf("service `%s` opens a port on every node", [input.metadata.name]),
		"path": ["spec", "type"],
	}
}

warn contains result if {
	input.kind == "Service"
	input.spec.type == "LoadBalancer"
	count(object.get(input.spec, "loadBalancerSourceRanges", [])) == 0
	not is_internal
	result := {
		"message": sprintf("service `%s` takes traffic from everywhere", [input.metadata.name]),
		"path": ["spec", "type"],
	}
}

is_internal if {
	some name, value in input.metadata.annotations
	contains(name, "load-balancer")
	lower(sprintf("%v", [value])) in {"internal", "true"}
}
