# METADATA
# title: Google machines must be hard to break into
# description: >-
#   What is easy to switch on for debugging stays on.
package attest.terraform.gcp_machines

import data.attest.lib.terraform

machines contains machine if {
	some type in ["google_compute_instance", "google_compute_instance_template"]
	some machine in terraform.changes_by_type[type]
}

# METADATA
# title: Machines must not be editors of the project
# description: >-
#   Whoever breaks into the machine may change everything in the project.
# custom:
#   severity: high
#   remediation: create a service account for the machine, and give it the roles that it needs
#   controls:
#     CIS-GCP-3.0: ["4.2"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"service_account": [{"email": "web@p.iam.gserviceaccount.com", "scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"service_account": [{"email": "1-compute@developer.gserviceaccount.com", "scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]}, "after_unknown": {}}
#       }]}
deny_full_access contains terraform.finding(machine, ["service_account", i, "scopes", j], "has every right of the default service account, an editor of the project") if {
	some machine in machines
	some i, account in machine.after.service_account
	is_default(account)
	not terraform.is_unknown(machine, ["service_account", i, "email"])
	some j, scope in account.scopes
	regex.match(`(^|/)cloud-platform$`, scope)
}

is_default(account) if object.get(account, "email", null) in {null, ""}

is_default(account) if endswith(account.email, "-compute@developer.gserviceaccount.com")

# METADATA
# title: Machines must not be entered over the serial port
# description: >-
#   The serial console takes connections from every address.
# custom:
#   severity: medium
#   remediation: 'remove `serial-port-enable`'
#   controls:
#     CIS-GCP-3.0: ["4.5"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata": {"serial-port-enable": "false"}}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata": {"serial-port-enable": "true"}}, "after_unknown": {}}
#       }]}
deny_serial_port contains terraform.finding(machine, ["metadata", "serial-port-enable"], "can be entered over its serial port, past every firewall") if {
	some machine in machines
	lower(sprintf("%v", [machine.after.metadata["serial-port-enable"]])) in {"true", "1"}
}

# METADATA
# title: Machines must use OS Login
# description: >-
#   Keys in the metadata stay when the person has long left.
# custom:
#   severity: medium
#   remediation: 'leave `enable-oslogin` out, or set it to `TRUE`'
#   controls:
#     CIS-GCP-3.0: ["4.4"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata": {"enable-oslogin": "TRUE"}}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata": {"enable-oslogin": "false"}}, "after_unknown": {}}
#       }]}
deny_os_login contains terraform.finding(change, ["metadata", "enable-oslogin"], "lets SSH keys in that no identity stands behind: OS Login is off") if {
	some change in machines
	lower(sprintf("%v", [change.after.metadata["enable-oslogin"]])) in {"false", "0"}
}

deny_os_login contains terraform.finding(change, ["metadata", "enable-oslogin"], "lets SSH keys in that no identity stands behind: OS Login is off") if {
	some change in terraform.changes_by_type.google_compute_project_metadata
	lower(sprintf("%v", [change.after.metadata["enable-oslogin"]])) in {"false", "0"}
}

# METADATA
# title: Machines should not take keys of the project
# description: >-
#   One key of the project opens every machine in it.
# custom:
#   severity: low
#   remediation: 'set `block-project-ssh-keys = true`, or use OS Login'
#   controls:
#     CIS-GCP-3.0: ["4.3"]
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata": {"block-project-ssh-keys": "true"}}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"metadata": {"block-project-ssh-keys": "false"}}, "after_unknown": {}}
#       }]}
warn_project_keys contains terraform.finding(machine, ["metadata", "block-project-ssh-keys"], "takes the SSH keys of the whole project") if {
	some machine in machines
	lower(sprintf("%v", [machine.after.metadata["block-project-ssh-keys"]])) in {"false", "0"}
}

# METADATA
# title: Machines should not forward packets
# description: >-
#   A machine that may send with any address can pass for another.
# custom:
#   severity: medium
#   remediation: 'leave `can_ip_forward` false, except for routers'
#   controls:
#     CIS-GCP-3.0: ["4.6"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"can_ip_forward": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"can_ip_forward": true}, "after_unknown": {}}
#       }]}
warn_forwarding contains terraform.finding(machine, ["can_ip_forward"], "may forward packets of others") if {
	some machine in machines
	terraform.is_on(machine, ["can_ip_forward"])
}

# METADATA
# title: Machines must not have public addresses
# description: >-
#   A public address puts every open port of the machine on the internet.
# custom:
#   severity: medium
#   remediation: 'leave `access_config` out, and use Cloud NAT, a load balancer or Identity-Aware Proxy'
#   controls:
#     CIS-GCP-3.0: ["4.9"]
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_interface": [{"access_config": []}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_interface": [{"access_config": [{}]}]}, "after_unknown": {}}
#       }]}
deny_public_address contains terraform.finding(machine, ["network_interface", i, field], "has a public address") if {
	some machine in machines
	some i, network in machine.after.network_interface
	some field in ["access_config", "ipv6_access_config"]
	count(network[field]) > 0
}

# METADATA
# title: Machines should be shielded
# description: >-
#   Shielded machines notice when their boot loader or kernel was changed.
# custom:
#   severity: low
#   remediation: 'leave `enable_vtpm` and `enable_integrity_monitoring` on'
#   controls:
#     CIS-GCP-3.0: ["4.8"]
#     SOC2: ["CC6.8"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"shielded_instance_config": [{"enable_vtpm": true, "enable_integrity_monitoring": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_compute_instance.main", "mode": "managed", "type": "google_compute_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"shielded_instance_config": [{"enable_vtpm": false, "enable_integrity_monitoring": true}]}, "after_unknown": {}}
#       }]}
warn_shielded contains terraform.finding(machine, ["shielded_instance_config", i, field], sprintf("switches `%s` off", [field])) if {
	some machine in machines
	some i, config in machine.after.shielded_instance_config
	some field in ["enable_integrity_monitoring", "enable_vtpm"]
	config[field] == false
}
