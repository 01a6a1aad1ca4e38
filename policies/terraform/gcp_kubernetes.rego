# METADATA
# title: GKE clusters must be hardened
# description: >-
#   Who reaches the API server of a cluster with stolen credentials runs what he likes on it.
package attest.terraform.gcp_kubernetes

import data.attest.lib.terraform

# METADATA
# title: GKE clusters must not use legacy authorization
# description: >-
#   Legacy ABAC grants far more than any role says.
# custom:
#   severity: high
#   remediation: 'leave `enable_legacy_abac` out'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_legacy_abac": false}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"enable_legacy_abac": true}, "after_unknown": {}}
#       }]}
deny_abac contains terraform.finding(cluster, ["enable_legacy_abac"], "gives every service account of the cluster wide rights (legacy ABAC)") if {
	some cluster in terraform.changes_by_type.google_container_cluster
	terraform.is_on(cluster, ["enable_legacy_abac"])
}

# METADATA
# title: The API of GKE clusters must not be open to the world
# description: >-
#   An API server on the internet is one leaked token or one flaw away from strangers.
# custom:
#   severity: high
#   remediation: 'list your networks in `master_authorized_networks_config`, or use a private endpoint'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"master_authorized_networks_config": [{"cidr_blocks": [{"cidr_block": "198.51.100.0/24"}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"master_authorized_networks_config": [{"cidr_blocks": [{"cidr_block": "0.0.0.0/0"}]}]}, "after_unknown": {}}
#       }]}
deny_public_api contains terraform.finding(cluster, path, "serves its API to the whole internet") if {
	some cluster in terraform.changes_by_type.google_container_cluster
	some i, config in cluster.after.master_authorized_networks_config
	some j, block in config.cidr_blocks
	block.cidr_block in {"0.0.0.0/0", "::/0"}
	path := ["master_authorized_networks_config", i, "cidr_blocks", j, "cidr_block"]
}

deny_public_api contains terraform.finding(cluster, ["master_authorized_networks_config"], "serves its API to the whole internet") if {
	some cluster in terraform.changes_by_type.google_container_cluster
	terraform.is_absent(cluster, "master_authorized_networks_config")
	not terraform.is_on(cluster, ["private_cluster_config", 0, "enable_private_endpoint"])
	not terraform.is_unknown(cluster, ["private_cluster_config", 0, "enable_private_endpoint"])
	not terraform.is_false(cluster, ["control_plane_endpoints_config", 0, "ip_endpoints_config", 0, "enabled"])
}

# METADATA
# title: GKE clusters must keep logs
# description: >-
#   Without logs nobody knows who did what in the cluster.
# custom:
#   severity: medium
#   remediation: 'leave `logging_service` and `monitoring_service` out, or name the services of Google Cloud'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"logging_service": "logging.googleapis.com/kubernetes"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"logging_service": "none"}, "after_unknown": {}}
#       }]}
deny_logging contains terraform.finding(cluster, [field], sprintf("switches `%s` off", [field])) if {
	some cluster in terraform.changes_by_type.google_container_cluster
	some field in ["logging_service", "monitoring_service"]
	cluster.after[field] == "none"
}

deny_logging contains terraform.finding(cluster, [field, i, "enable_components"], sprintf("switches `%s` off", [field])) if {
	some cluster in terraform.changes_by_type.google_container_cluster
	some field in ["logging_config", "monitoring_config"]
	some i, config in cluster.after[field]
	config.enable_components == []
}

# METADATA
# title: GKE clusters must not hand out certificates or passwords
# description: >-
#   Certificates and basic authentication go around the identities of Google Cloud, and cannot be taken back.
# custom:
#   severity: high
#   remediation: 'leave `master_auth` out, or set `issue_client_certificate = false`'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"master_auth": [{"client_certificate_config": [{"issue_client_certificate": false}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"master_auth": [{"client_certificate_config": [{"issue_client_certificate": true}]}]}, "after_unknown": {}}
#       }]}
deny_client_certificate contains terraform.finding(cluster, ["master_auth", i, "client_certificate_config", j, "issue_client_certificate"], "issues a client certificate that nobody can revoke") if {
	some cluster in terraform.changes_by_type.google_container_cluster
	some i, auth in cluster.after.master_auth
	some j, config in auth.client_certificate_config
	config.issue_client_certificate == true
}

deny_client_certificate contains terraform.finding(cluster, ["master_auth", i, "password"], "lets users in with a password") if {
	some cluster in terraform.changes_by_type.google_container_cluster
	some i, auth in cluster.after.master_auth
	count(auth.password) > 0
}

# METADATA
# title: Nodes of GKE should be private
# description: >-
#   Every open port of a node with a public address is on the internet.
# custom:
#   severity: medium
#   remediation: 'set `enable_private_nodes = true` in `private_cluster_config`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"private_cluster_config": [{"enable_private_nodes": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"private_cluster_config": [{"enable_private_nodes": false}]}, "after_unknown": {}}
#       }]}
warn_private_nodes contains terraform.finding(cluster, ["private_cluster_config", 0, "enable_private_nodes"], "gives its nodes public addresses") if {
	some cluster in terraform.changes_by_type.google_container_cluster
	public_nodes(cluster)
}

public_nodes(cluster) if terraform.is_off(cluster, ["private_cluster_config", 0, "enable_private_nodes"])

public_nodes(cluster) if terraform.is_left_out(cluster, "private_cluster_config")

# METADATA
# title: Pods of GKE should have identities of their own
# description: >-
#   Whoever breaks into one Pod has the rights of all on its node.
# custom:
#   severity: low
#   remediation: 'set `workload_pool` in `workload_identity_config`'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"workload_identity_config": [{"workload_pool": "p.svc.id.goog"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_cluster.main", "mode": "managed", "type": "google_container_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"workload_identity_config": []}, "after_unknown": {}}
#       }]}
warn_workload_identity contains terraform.finding(cluster, ["workload_identity_config"], "gives Pods the service account of their node") if {
	some cluster in terraform.changes_by_type.google_container_cluster
	terraform.is_absent(cluster, "workload_identity_config")
	not terraform.is_on(cluster, ["enable_autopilot"])
}

# METADATA
# title: Nodes of GKE must not lend their rights
# description: >-
#   Every Pod can ask its node for credentials; they should be worth little.
# custom:
#   severity: medium
#   remediation: 'leave `shielded_instance_config` and `disable-legacy-endpoints` on, and name a service account of your own'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_node_pool.main", "mode": "managed", "type": "google_container_node_pool", "name": "main",
#         "change": {"actions": ["create"], "after": {"node_config": [{"service_account": "nodes@p.iam.gserviceaccount.com", "oauth_scopes": ["https://www.googleapis.com/auth/cloud-platform"], "metadata": {"disable-legacy-endpoints": "true"}}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "google_container_node_pool.main", "mode": "managed", "type": "google_container_node_pool", "name": "main",
#         "change": {"actions": ["create"], "after": {"node_config": [{"metadata": {"disable-legacy-endpoints": "false"}}]}, "after_unknown": {}}
#       }]}
deny_nodes contains terraform.finding(change, array.concat(path, ["metadata", "disable-legacy-endpoints"]), "has nodes that give credentials away to every request (legacy metadata)") if {
	some [change, path] in node_configs
	terraform.is_false(change, array.concat(path, ["metadata", "disable-legacy-endpoints"]))
}

deny_nodes contains terraform.finding(change, array.concat(path, ["oauth_scopes", i]), "has nodes with every right of the default service account") if {
	some [change, path] in node_configs
	terraform.value(change, array.concat(path, ["service_account"])) in {null, "", "default"}
	not terraform.is_unknown(change, array.concat(path, ["service_account"]))
	some i, scope in terraform.value(change, array.concat(path, ["oauth_scopes"]))
	endswith(scope, "/auth/cloud-platform")
}

node_configs contains [change, ["node_config", i]] if {
	some type in ["google_container_cluster", "google_container_node_pool"]
	some change in terraform.changes_by_type[type]
	some i, _ in change.after.node_config
}
