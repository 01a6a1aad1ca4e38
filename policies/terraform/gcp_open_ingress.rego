# METADATA
# title: Google firewalls must not be open to the world
# description: >-
#   A port that every address may reach is found by scanners within minutes, and its passwords are tried for
#   ever.
# custom:
#   severity: critical
#   remediation: 'name the address ranges in `source_ranges`, or reach the machine through Identity-Aware Proxy (35.235.240.0/20)'
#   controls:
#     CIS-GCP-3.0: ["3.6", "3.7"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   parameters:
#     public_ports: {type: array, items: number, description: ports that every address may reach}
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_firewall.main", "mode": "managed", "type": "google_compute_firewall", "name": "main",
#         "change": {"actions": ["create"], "after": {"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["80", "443"]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_firewall.main", "mode": "managed", "type": "google_compute_firewall", "name": "main",
#         "change": {"actions": ["create"], "after": {"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["22"]}]}, "after_unknown": {}}
#       }]}
package attest.terraform.gcp_open_ingress

import data.attest.lib.terraform
import data.attest.parameters["gcp-open-ingress"] as parameters

deny contains terraform.finding(firewall, ["source_ranges", i], sprintf("opens %s to `%s`", [text, range])) if {
	some firewall in terraform.changes_by_type.google_compute_firewall
	object.get(firewall.after, "direction", "INGRESS") in {"INGRESS", null}
	not firewall.after.disabled == true
	some i, range in firewall.after.source_ranges
	range in {"0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1"}
	opened := {told | some allow in firewall.after.allow; some told in ports(allow)}
	count(opened) > 0
	not ports_unknown(firewall)
	text := concat(", ", opened)
}

# What a rule opens besides public ports, for every protocol with ports.
ports(allow) := {"every port"} if {
	lower(allow.protocol) in {"all", "tcp", "udp", "6", "17"}
	object.get(allow, "ports", []) in [[], null]
}

ports(allow) := {sprintf("%s %s", [allow.protocol, port]) |
	lower(allow.protocol) in {"tcp", "udp", "6", "17", "sctp"}
	some port in allow.ports
	not port in {sprintf("%d", [public]) | some public in parameters.public_ports}
} if {
	count(allow.ports) > 0
}

ports_unknown(firewall) if terraform.is_unknown(firewall, ["allow"])

ports_unknown(firewall) if {
	some i, _ in firewall.after.allow
	some field in ["ports", "protocol"]
	terraform.is_unknown(firewall, ["allow", i, field])
}
