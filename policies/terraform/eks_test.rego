package attest.terraform.eks_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.eks

test_public_endpoint if {
	fixtures.paths(eks.deny_public_endpoint) == {fixtures.at(["vpc_config", 0, "public_access_cidrs", 0])} with input as fixtures.creates("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true, "public_access_cidrs": ["0.0.0.0/0"]}]})
}

test_office_endpoint if {
	count(eks.deny_public_endpoint) == 0 with input as fixtures.creates("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true, "public_access_cidrs": ["198.51.100.0/24"]}]})
}

test_private_endpoint if {
	count(eks.deny_public_endpoint) == 0 with input as fixtures.creates("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": false}]})
}

test_public_endpoint_unknown if {
	count(eks.deny_public_endpoint) == 0 with input as fixtures.creates_unknown("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true}]}, {"vpc_config": [{"public_access_cidrs": true}]})
}

test_public_endpoint_deleted if {
	count(eks.deny_public_endpoint) == 0 with input as fixtures.deletes("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true, "public_access_cidrs": ["0.0.0.0/0"]}]})
}

test_no_audit_log if {
	fixtures.paths(eks.warn_logging) == {fixtures.at(["enabled_cluster_log_types"])} with input as fixtures.creates("aws_eks_cluster", {"enabled_cluster_log_types": ["api"]})
}

test_audit_log if {
	count(eks.warn_logging) == 0 with input as fixtures.creates("aws_eks_cluster", {"enabled_cluster_log_types": ["api", "audit", "authenticator"]})
}

test_logging_unknown if {
	count(eks.warn_logging) == 0 with input as fixtures.creates_unknown("aws_eks_cluster", {}, {"enabled_cluster_log_types": true})
}

test_logging_deleted if {
	count(eks.warn_logging) == 0 with input as fixtures.deletes("aws_eks_cluster", {"enabled_cluster_log_types": ["api"]})
}

test_plain_secrets if {
	fixtures.paths(eks.warn_secrets) == {fixtures.at(["encryption_config"])} with input as fixtures.creates("aws_eks_cluster", {"version": "1.27", "encryption_config": []})
}

test_encrypted_secrets if {
	count(eks.warn_secrets) == 0 with input as fixtures.creates("aws_eks_cluster", {"version": "1.27", "encryption_config": [{"resources": ["secrets"]}]})
}

test_modern_cluster if {
	count(eks.warn_secrets) == 0 with input as fixtures.creates("aws_eks_cluster", {"version": "1.33", "encryption_config": []})
}

test_secrets_unknown if {
	count(eks.warn_secrets) == 0 with input as fixtures.creates_unknown("aws_eks_cluster", {"version": "1.27"}, {"encryption_config": true})
}

test_secrets_deleted if {
	count(eks.warn_secrets) == 0 with input as fixtures.deletes("aws_eks_cluster", {"version": "1.27", "encryption_config": []})
}

test_ssh_from_everywhere if {
	fixtures.paths(eks.deny_node_access) == {fixtures.at(["remote_access", 0])} with input as fixtures.creates("aws_eks_node_group", {"remote_access": [{"ec2_ssh_key": "ops"}]})
}

test_ssh_from_a_group if {
	count(eks.deny_node_access) == 0 with input as fixtures.creates("aws_eks_node_group", {"remote_access": [{"ec2_ssh_key": "ops", "source_security_group_ids": ["sg-1"]}]})
}

test_node_access_unknown if {
	count(eks.deny_node_access) == 0 with input as fixtures.creates_unknown("aws_eks_node_group", {"remote_access": [{"ec2_ssh_key": "ops"}]}, {"remote_access": [{"source_security_group_ids": true}]})
}

test_node_access_deleted if {
	count(eks.deny_node_access) == 0 with input as fixtures.deletes("aws_eks_node_group", {"remote_access": [{"ec2_ssh_key": "ops"}]})
}
