# METADATA
# title: Azure network security groups must not be open to the world
# description: >-
#   A port that every address may reach is found by scanners within minutes, and its passwords are tried for
#   ever.
# custom:
#   severity: critical
#   remediation: name the address ranges that need the port, or reach it through Bastion or a VPN
#   controls:
#     CIS-Azure-2.1: ["6.1", "6.2"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   parameters:
#     public_ports: {type: array, items: number, description: ports that every address may reach}
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_network_security_rule.main", "mode": "managed", "type": "azurerm_network_security_rule", "name": "main",
#         "change": {"actions": ["create"], "after": {"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "198.51.100.0/24", "destination_port_range": "22"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_network_security_rule.main", "mode": "managed", "type": "azurerm_network_security_rule", "name": "main",
#         "change": {"actions": ["create"], "after": {"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "*", "destination_port_range": "22"}, "after_unknown": {}}
#       }]}
package attest.terraform.azure_open_ingress

import data.attest.lib.terraform
import data.attest.parameters["azure-open-ingress"] as parameters

deny contains terraform.finding(rule, [field], sprintf("opens %s to the world", [ports(rule.after)])) if {
	some rule in terraform.changes_by_type.azurerm_network_security_rule
	field := open_source(rule.after)
	not ports_unknown(rule, [])
}

deny contains terraform.finding(group, ["security_rule", i, field], sprintf("opens %s to the world: rule `%s`", [ports(rule), object.get(rule, "name", "")])) if {
	some group in terraform.changes_by_type.azurerm_network_security_group
	some i, rule in group.after.security_rule
	field := open_source(rule)
	not ports_unknown(group, ["security_rule", i])
}

# The attribute that lets the world in, when the rule lets it to a port that is not public.
open_source(rule) := field if {
	lower(rule.direction) == "inbound"
	lower(rule.access) == "allow"
	not lower(rule.protocol) == "icmp"
	fields := [name |
		some name in ["source_address_prefix", "source_address_prefixes"]
		some range in as_array(object.get(rule, name, []))
		lower(range) in {"*", "0.0.0.0/0", "0.0.0.0", "internet", "any", "::/0", "/0"}
	]
	field := fields[0]
	some range in destinations(rule)
	not is_public(range)
}

destinations(rule) := {range |
	some name in ["destination_port_range", "destination_port_ranges"]
	some range in as_array(object.get(rule, name, []))
	is_string(range)
}

is_public(range) if {
	some port in parameters.public_ports
	range == sprintf("%d", [port])
}

ports(rule) := "every port" if "*" in destinations(rule)

ports(rule) := sprintf("ports %s", [concat(", ", [range | some range in destinations(rule); not is_public(range)])]) if not "*" in destinations(rule)

ports_unknown(change, path) if {
	some name in ["destination_port_range", "destination_port_ranges", "access", "direction"]
	terraform.is_unknown(change, array.concat(path, [name]))
}

as_array(value) := value if is_array(value)

as_array(value) := [value] if is_string(value)

as_array(null) := []
