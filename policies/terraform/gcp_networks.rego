# METADATA
# title: Google networks must be planned and watched
# description: >-
#   Networks that come by themselves are wide open: what lands there by accident is reachable.
package attest.terraform.gcp_networks

import data.attest.lib.terraform

# METADATA
# title: The default network must not be used
# description: >-
#   Its firewall rules let SSH, RDP and ping in from everywhere.
# custom:
#   severity: medium
#   remediation: 'set `auto_create_network = false`'
#   controls:
#     CIS-GCP-3.0: ["3.1"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_project.main", "mode": "managed", "type": "google_project", "name": "main",
#         "change": {"actions": ["create"], "after": {"auto_create_network": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_project.main", "mode": "managed", "type": "google_project", "name": "main",
#         "change": {"actions": ["create"], "after": {"auto_create_network": true}, "after_unknown": {}}
#       }]}
deny_default contains terraform.finding(project, ["auto_create_network"], "gets the default network, which lets SSH and RDP in from everywhere") if {
	some project in terraform.changes_by_type.google_project
	terraform.is_on(project, ["auto_create_network"])
}

deny_default contains terraform.finding(machine, ["network_interface", i, "network"], "is put into the default network") if {
	some type in ["google_compute_instance", "google_compute_instance_template"]
	some machine in terraform.changes_by_type[type]
	some i, network in machine.after.network_interface
	network.network == "default"
}

# METADATA
# title: Networks should not create subnets by themselves
# description: >-
#   Subnets in regions that nobody watches are where intruders put machines.
# custom:
#   severity: low
#   remediation: 'set `auto_create_subnetworks = false`, and create the subnets that you need'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_network.main", "mode": "managed", "type": "google_compute_network", "name": "main",
#         "change": {"actions": ["create"], "after": {"auto_create_subnetworks": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_network.main", "mode": "managed", "type": "google_compute_network", "name": "main",
#         "change": {"actions": ["create"], "after": {"auto_create_subnetworks": true}, "after_unknown": {}}
#       }]}
warn_auto_subnets contains terraform.finding(network, ["auto_create_subnetworks"], "creates a subnet in every region") if {
	some network in terraform.changes_by_type.google_compute_network
	terraform.is_on(network, ["auto_create_subnetworks"])
}

# METADATA
# title: Subnets should keep flow logs
# description: >-
#   Without flow logs nobody can tell after an incident who connected to whom.
# custom:
#   severity: low
#   remediation: 'add a `log_config`'
#   controls:
#     CIS-GCP-3.0: ["3.8"]
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_subnetwork.main", "mode": "managed", "type": "google_compute_subnetwork", "name": "main",
#         "change": {"actions": ["create"], "after": {"log_config": [{"flow_sampling": 0.5}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_subnetwork.main", "mode": "managed", "type": "google_compute_subnetwork", "name": "main",
#         "change": {"actions": ["create"], "after": {"ip_cidr_range": "10.0.0.0/24", "log_config": []}, "after_unknown": {}}
#       }]}
warn_flow_logs contains terraform.finding(subnet, ["log_config"], "keeps no flow log") if {
	some subnet in terraform.changes_by_type.google_compute_subnetwork
	terraform.is_absent(subnet, "log_config")
	object.get(subnet.after, "purpose", "PRIVATE") in {"PRIVATE", null}
}

# METADATA
# title: Load balancers must ask for TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses and are forbidden by most standards.
# custom:
#   severity: medium
#   remediation: 'set `min_tls_version = "TLS_1_2"` and `profile = "MODERN"`'
#   controls:
#     CIS-GCP-3.0: ["3.9"]
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_ssl_policy.main", "mode": "managed", "type": "google_compute_ssl_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"min_tls_version": "TLS_1_2", "profile": "MODERN"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_ssl_policy.main", "mode": "managed", "type": "google_compute_ssl_policy", "name": "main",
#         "change": {"actions": ["create"], "after": {"min_tls_version": "TLS_1_0", "profile": "COMPATIBLE"}, "after_unknown": {}}
#       }]}
deny_old_tls contains terraform.finding(policy, ["min_tls_version"], "takes TLS 1.0 or 1.1") if {
	some type in ["google_compute_ssl_policy", "google_compute_region_ssl_policy"]
	some policy in terraform.changes_by_type[type]
	not terraform.is_unknown(policy, ["min_tls_version"])
	not terraform.value(policy, ["min_tls_version"]) in {"TLS_1_2", "TLS_1_3"}
	not terraform.value(policy, ["profile"]) == "RESTRICTED"
}

# METADATA
# title: Public zones should be signed
# description: >-
#   Without DNSSEC an answer can be forged, and visitors sent elsewhere.
# custom:
#   severity: low
#   remediation: 'set `state = "on"` in `dnssec_config`'
#   controls:
#     CIS-GCP-3.0: ["3.3"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_dns_managed_zone.main", "mode": "managed", "type": "google_dns_managed_zone", "name": "main",
#         "change": {"actions": ["create"], "after": {"dnssec_config": [{"state": "on"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_dns_managed_zone.main", "mode": "managed", "type": "google_dns_managed_zone", "name": "main",
#         "change": {"actions": ["create"], "after": {"visibility": "public", "dnssec_config": [{"state": "off"}]}, "after_unknown": {}}
#       }]}
warn_dnssec contains terraform.finding(zone, ["dnssec_config", 0, "state"], "does not sign its answers (DNSSEC)") if {
	some zone in terraform.changes_by_type.google_dns_managed_zone
	object.get(zone.after, "visibility", "public") in {"public", null}
	not terraform.value(zone, ["dnssec_config", 0, "state"]) in {"on", "transfer"}
	not terraform.is_unknown(zone, ["dnssec_config", 0, "state"])
}

# METADATA
# title: Functions and apps must not serve plain HTTP
# description: >-
#   What callers send can be read and changed on the way.
# custom:
#   severity: medium
#   remediation: 'set `https_trigger_security_level` and `security_level` to `SECURE_ALWAYS`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_cloudfunctions_function.main", "mode": "managed", "type": "google_cloudfunctions_function", "name": "main",
#         "change": {"actions": ["create"], "after": {"https_trigger_security_level": "SECURE_ALWAYS"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_cloudfunctions_function.main", "mode": "managed", "type": "google_cloudfunctions_function", "name": "main",
#         "change": {"actions": ["create"], "after": {"https_trigger_security_level": "SECURE_OPTIONAL"}, "after_unknown": {}}
#       }]}
deny_plain_http contains terraform.finding(function, path, "serves plain HTTP") if {
	some function in terraform.changes_by_type.google_cloudfunctions_function
	path := ["https_trigger_security_level"]
	terraform.value(function, path) == "SECURE_OPTIONAL"
}

deny_plain_http contains terraform.finding(handler, ["handlers", i, "security_level"], "serves plain HTTP") if {
	some handler in terraform.changes_by_type.google_app_engine_standard_app_version
	some i, rule in handler.after.handlers
	rule.security_level in {"SECURE_NEVER", "SECURE_OPTIONAL"}
}
