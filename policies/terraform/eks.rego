# METADATA
# title: EKS clusters must be hardened
# description: >-
#   Who reaches the API server of a cluster with stolen credentials runs what he likes on it.
package attest.terraform.eks

import data.attest.lib.terraform

# METADATA
# title: The API of EKS clusters must not be open to the world
# description: >-
#   An API server on the internet is one leaked token or one flaw away from strangers.
# custom:
#   severity: high
#   remediation: 'set `endpoint_public_access = false`, or list your networks in `public_access_cidrs`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_cluster.main", "mode": "managed", "type": "aws_eks_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"vpc_config": [{"endpoint_public_access": true, "public_access_cidrs": ["198.51.100.0/24"]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_cluster.main", "mode": "managed", "type": "aws_eks_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"vpc_config": [{"endpoint_public_access": true, "public_access_cidrs": ["0.0.0.0/0"]}]}, "after_unknown": {}}
#       }]}
deny_public_endpoint contains terraform.finding(cluster, path, "serves its API to the whole internet") if {
	some cluster in terraform.changes_by_type.aws_eks_cluster
	some i, network in cluster.after.vpc_config
	not network.endpoint_public_access == false
	not terraform.is_unknown(cluster, ["vpc_config", i, "endpoint_public_access"])
	path := open_range(cluster, i)
}

open_range(cluster, i) := ["vpc_config", i, "public_access_cidrs", j] if {
	some j, range in cluster.after.vpc_config[i].public_access_cidrs
	range in {"0.0.0.0/0", "::/0"}
}

# With no range given, everyone is let in.
open_range(cluster, i) := ["vpc_config", i, "endpoint_public_access"] if {
	terraform.is_unset(cluster, ["vpc_config", i, "public_access_cidrs"])
}

open_range(cluster, i) := ["vpc_config", i, "endpoint_public_access"] if {
	terraform.is_left_out_of(cluster, "vpc_config", i, "public_access_cidrs")
}

# METADATA
# title: EKS clusters should keep an audit log
# description: >-
#   Without the audit log nobody knows who did what in the cluster.
# custom:
#   severity: medium
#   remediation: 'set `enabled_cluster_log_types` with `api`, `audit` and `authenticator`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_cluster.main", "mode": "managed", "type": "aws_eks_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"enabled_cluster_log_types": ["api", "audit", "authenticator"]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_cluster.main", "mode": "managed", "type": "aws_eks_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"enabled_cluster_log_types": ["api"]}, "after_unknown": {}}
#       }]}
warn_logging contains terraform.finding(cluster, ["enabled_cluster_log_types"], "keeps no audit log") if {
	some cluster in terraform.changes_by_type.aws_eks_cluster
	not terraform.is_unknown(cluster, ["enabled_cluster_log_types"])
	not "audit" in terraform.value(cluster, ["enabled_cluster_log_types"])
}

# METADATA
# title: Secrets of EKS clusters should be encrypted with a key
# description: >-
#   With a key of KMS, a copy of the cluster database does not give the Secrets away.
# custom:
#   severity: low
#   remediation: 'name a key in `encryption_config` for `secrets`; clusters from Kubernetes 1.28 on encrypt all with a key of AWS'
#   controls:
#     SOC2: ["CC6.1"]
#     HIPAA: ["164.312(a)(2)(iv)"]
#     PCI-DSS-4.0: ["3.5.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_cluster.main", "mode": "managed", "type": "aws_eks_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"version": "1.27", "encryption_config": [{"resources": ["secrets"]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_cluster.main", "mode": "managed", "type": "aws_eks_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"version": "1.27", "encryption_config": []}, "after_unknown": {}}
#       }]}
warn_secrets contains terraform.finding(cluster, ["encryption_config"], "encrypts Secrets with no key of KMS") if {
	some cluster in terraform.changes_by_type.aws_eks_cluster
	terraform.is_unset(cluster, ["encryption_config"])
	not encrypts_by_itself(cluster)
}

encrypts_by_itself(cluster) if terraform.is_unknown(cluster, ["version"])

encrypts_by_itself(cluster) if to_number(split(cluster.after.version, ".")[1]) >= 28

# METADATA
# title: Nodes of EKS must not take SSH from everywhere
# description: >-
#   A key without a group opens port 22 of every node to the internet.
# custom:
#   severity: medium
#   remediation: 'name the security groups that may connect in `source_security_group_ids`, or leave `remote_access` out'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_node_group.main", "mode": "managed", "type": "aws_eks_node_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"remote_access": [{"ec2_ssh_key": "ops", "source_security_group_ids": ["sg-1"]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_eks_node_group.main", "mode": "managed", "type": "aws_eks_node_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"remote_access": [{"ec2_ssh_key": "ops"}]}, "after_unknown": {}}
#       }]}
deny_node_access contains terraform.finding(group, ["remote_access", i], "lets everyone connect to its nodes with SSH") if {
	some group in terraform.changes_by_type.aws_eks_node_group
	some i, access in group.after.remote_access
	is_string(access.ec2_ssh_key)
	terraform.is_unset(group, ["remote_access", i, "source_security_group_ids"])
}
