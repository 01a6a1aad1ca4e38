package attest.terraform.gcp_kubernetes_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_kubernetes

test_legacy_abac if {
	fixtures.paths(gcp_kubernetes.deny_abac) == {fixtures.at(["enable_legacy_abac"])} with input as fixtures.creates("google_container_cluster", {"enable_legacy_abac": true})
}

test_rbac if {
	count(gcp_kubernetes.deny_abac) == 0 with input as fixtures.creates("google_container_cluster", {"enable_legacy_abac": false})
}

test_abac_unknown if {
	count(gcp_kubernetes.deny_abac) == 0 with input as fixtures.creates_unknown("google_container_cluster", {}, {"enable_legacy_abac": true})
}

test_abac_deleted if {
	count(gcp_kubernetes.deny_abac) == 0 with input as fixtures.deletes("google_container_cluster", {"enable_legacy_abac": true})
}

test_every_network if {
	fixtures.paths(gcp_kubernetes.deny_public_api) == {fixtures.at(["master_authorized_networks_config", 0, "cidr_blocks", 0, "cidr_block"])} with input as fixtures.creates("google_container_cluster", {"master_authorized_networks_config": [{"cidr_blocks": [{"cidr_block": "0.0.0.0/0"}]}]})
}

test_no_list if {
	fixtures.paths(gcp_kubernetes.deny_public_api) == {fixtures.at(["master_authorized_networks_config"])} with input as fixtures.creates("google_container_cluster", {"master_authorized_networks_config": []})
}

test_office if {
	count(gcp_kubernetes.deny_public_api) == 0 with input as fixtures.creates("google_container_cluster", {"master_authorized_networks_config": [{"cidr_blocks": [{"cidr_block": "198.51.100.0/24"}]}]})
}

test_private_endpoint if {
	count(gcp_kubernetes.deny_public_api) == 0 with input as fixtures.creates("google_container_cluster", {"master_authorized_networks_config": [], "private_cluster_config": [{"enable_private_endpoint": true}]})
}

test_public_api_unknown if {
	count(gcp_kubernetes.deny_public_api) == 0 with input as fixtures.creates_unknown("google_container_cluster", {}, {"master_authorized_networks_config": true})
}

test_public_api_deleted if {
	count(gcp_kubernetes.deny_public_api) == 0 with input as fixtures.deletes("google_container_cluster", {"master_authorized_networks_config": [{"cidr_blocks": [{"cidr_block": "0.0.0.0/0"}]}]})
}

test_no_logging if {
	fixtures.paths(gcp_kubernetes.deny_logging) == {fixtures.at(["logging_service"])} with input as fixtures.creates("google_container_cluster", {"logging_service": "none"})
}

test_logging if {
	count(gcp_kubernetes.deny_logging) == 0 with input as fixtures.creates("google_container_cluster", {"logging_service": "logging.googleapis.com/kubernetes"})
}

test_logging_unknown if {
	count(gcp_kubernetes.deny_logging) == 0 with input as fixtures.creates_unknown("google_container_cluster", {}, {"logging_service": true})
}

test_logging_deleted if {
	count(gcp_kubernetes.deny_logging) == 0 with input as fixtures.deletes("google_container_cluster", {"logging_service": "none"})
}

test_certificate if {
	fixtures.paths(gcp_kubernetes.deny_client_certificate) == {fixtures.at(["master_auth", 0, "client_certificate_config", 0, "issue_client_certificate"])} with input as fixtures.creates("google_container_cluster", {"master_auth": [{"client_certificate_config": [{"issue_client_certificate": true}]}]})
}

test_no_certificate if {
	count(gcp_kubernetes.deny_client_certificate) == 0 with input as fixtures.creates("google_container_cluster", {"master_auth": [{"client_certificate_config": [{"issue_client_certificate": false}]}]})
}

test_client_certificate_unknown if {
	count(gcp_kubernetes.deny_client_certificate) == 0 with input as fixtures.creates_unknown("google_container_cluster", {}, {"master_auth": true})
}

test_client_certificate_deleted if {
	count(gcp_kubernetes.deny_client_certificate) == 0 with input as fixtures.deletes("google_container_cluster", {"master_auth": [{"client_certificate_config": [{"issue_client_certificate": true}]}]})
}

test_public_nodes if {
	fixtures.paths(gcp_kubernetes.warn_private_nodes) == {fixtures.at(["private_cluster_config", 0, "enable_private_nodes"])} with input as fixtures.creates("google_container_cluster", {"private_cluster_config": [{"enable_private_nodes": false}]})
}

test_private_nodes if {
	count(gcp_kubernetes.warn_private_nodes) == 0 with input as fixtures.creates("google_container_cluster", {"private_cluster_config": [{"enable_private_nodes": true}]})
}

test_private_nodes_unknown if {
	count(gcp_kubernetes.warn_private_nodes) == 0 with input as fixtures.creates_unknown("google_container_cluster", {}, {"private_cluster_config": true})
}

test_private_nodes_deleted if {
	count(gcp_kubernetes.warn_private_nodes) == 0 with input as fixtures.deletes("google_container_cluster", {"private_cluster_config": [{"enable_private_nodes": false}]})
}

test_node_identity if {
	fixtures.paths(gcp_kubernetes.warn_workload_identity) == {fixtures.at(["workload_identity_config"])} with input as fixtures.creates("google_container_cluster", {"workload_identity_config": []})
}

test_own_identity if {
	count(gcp_kubernetes.warn_workload_identity) == 0 with input as fixtures.creates("google_container_cluster", {"workload_identity_config": [{"workload_pool": "p.svc.id.goog"}]})
}

test_autopilot if {
	count(gcp_kubernetes.warn_workload_identity) == 0 with input as fixtures.creates("google_container_cluster", {"enable_autopilot": true})
}

test_workload_identity_unknown if {
	count(gcp_kubernetes.warn_workload_identity) == 0 with input as fixtures.creates_unknown("google_container_cluster", {}, {"workload_identity_config": true})
}

test_workload_identity_deleted if {
	count(gcp_kubernetes.warn_workload_identity) == 0 with input as fixtures.deletes("google_container_cluster", {"workload_identity_config": []})
}

test_legacy_metadata if {
	fixtures.paths(gcp_kubernetes.deny_nodes) == {fixtures.at(["node_config", 0, "metadata", "disable-legacy-endpoints"])} with input as fixtures.creates("google_container_node_pool", {"node_config": [{"metadata": {"disable-legacy-endpoints": "false"}}]})
}

test_default_account if {
	fixtures.paths(gcp_kubernetes.deny_nodes) == {fixtures.at(["node_config", 0, "oauth_scopes", 0])} with input as fixtures.creates("google_container_node_pool", {"node_config": [{"service_account": "default", "oauth_scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]})
}

test_own_account if {
	count(gcp_kubernetes.deny_nodes) == 0 with input as fixtures.creates("google_container_node_pool", {"node_config": [{"service_account": "nodes@p.iam.gserviceaccount.com", "oauth_scopes": ["https://www.googleapis.com/auth/cloud-platform"], "metadata": {"disable-legacy-endpoints": "true"}}]})
}

test_nodes_unknown if {
	count(gcp_kubernetes.deny_nodes) == 0 with input as fixtures.creates_unknown("google_container_node_pool", {"node_config": [{"oauth_scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]}, {"node_config": [{"service_account": true}]})
}

test_nodes_deleted if {
	count(gcp_kubernetes.deny_nodes) == 0 with input as fixtures.deletes("google_container_node_pool", {"node_config": [{"metadata": {"disable-legacy-endpoints": "false"}}]})
}
