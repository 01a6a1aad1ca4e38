package attest.terraform.encryption_in_transit_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.encryption_in_transit

test_plain_cache if {
	fixtures.paths(encryption_in_transit.deny_cache) == {fixtures.at(["transit_encryption_enabled"])} with input as fixtures.creates("aws_elasticache_replication_group", {"transit_encryption_enabled": false})
}

test_cache_with_tls if {
	count(encryption_in_transit.deny_cache) == 0 with input as fixtures.creates("aws_elasticache_replication_group", {"transit_encryption_enabled": true})
}

test_cache_unknown if {
	count(encryption_in_transit.deny_cache) == 0 with input as fixtures.creates_unknown("aws_elasticache_replication_group", {}, {"transit_encryption_enabled": true})
}

test_cache_deleted if {
	count(encryption_in_transit.deny_cache) == 0 with input as fixtures.deletes("aws_elasticache_replication_group", {"transit_encryption_enabled": false})
}

test_search_over_http if {
	fixtures.paths(encryption_in_transit.deny_search) == {fixtures.at(["domain_endpoint_options", 0, "enforce_https"])} with input as fixtures.creates("aws_opensearch_domain", {"domain_endpoint_options": [{"enforce_https": false}]})
}

test_search_with_old_tls if {
	fixtures.paths(encryption_in_transit.deny_search) == {fixtures.at(["domain_endpoint_options", 0, "tls_security_policy"])} with input as fixtures.creates("aws_elasticsearch_domain", {"domain_endpoint_options": [{"enforce_https": true, "tls_security_policy": "Policy-Min-TLS-1-0-2019-07"}]})
}

test_search_over_https if {
	count(encryption_in_transit.deny_search) == 0 with input as fixtures.creates("aws_opensearch_domain", {"domain_endpoint_options": [{"enforce_https": true, "tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}]})
}

test_search_unknown if {
	count(encryption_in_transit.deny_search) == 0 with input as fixtures.creates_unknown("aws_opensearch_domain", {}, {"domain_endpoint_options": true})
}

test_search_deleted if {
	count(encryption_in_transit.deny_search) == 0 with input as fixtures.deletes("aws_opensearch_domain", {"domain_endpoint_options": [{"enforce_https": false}]})
}

test_plain_nodes if {
	fixtures.paths(encryption_in_transit.deny_search_nodes) == {fixtures.at(["node_to_node_encryption", 0, "enabled"])} with input as fixtures.creates("aws_opensearch_domain", {"node_to_node_encryption": [{"enabled": false}]})
}

test_encrypted_nodes if {
	count(encryption_in_transit.deny_search_nodes) == 0 with input as fixtures.creates("aws_opensearch_domain", {"node_to_node_encryption": [{"enabled": true}]})
}

test_search_nodes_unknown if {
	count(encryption_in_transit.deny_search_nodes) == 0 with input as fixtures.creates_unknown("aws_opensearch_domain", {}, {"node_to_node_encryption": true})
}

test_search_nodes_deleted if {
	count(encryption_in_transit.deny_search_nodes) == 0 with input as fixtures.deletes("aws_opensearch_domain", {"node_to_node_encryption": [{"enabled": false}]})
}

test_plain_kafka if {
	fixtures.paths(encryption_in_transit.deny_kafka) == {fixtures.at(["encryption_info", 0, "encryption_in_transit", 0, "client_broker"])} with input as fixtures.creates("aws_msk_cluster", {"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS_PLAINTEXT", "in_cluster": true}]}]})
}

test_kafka_with_tls if {
	count(encryption_in_transit.deny_kafka) == 0 with input as fixtures.creates("aws_msk_cluster", {"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS", "in_cluster": true}]}]})
}

test_default_kafka if {
	count(encryption_in_transit.deny_kafka) == 0 with input as fixtures.creates("aws_msk_cluster", {"encryption_info": []})
}

test_kafka_unknown if {
	count(encryption_in_transit.deny_kafka) == 0 with input as fixtures.creates_unknown("aws_msk_cluster", {}, {"encryption_info": true})
}

test_kafka_deleted if {
	count(encryption_in_transit.deny_kafka) == 0 with input as fixtures.deletes("aws_msk_cluster", {"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS_PLAINTEXT", "in_cluster": true}]}]})
}

test_database_without_tls if {
	fixtures.paths(encryption_in_transit.deny_database) == {fixtures.at(["parameter", 0, "value"])} with input as fixtures.creates("aws_db_parameter_group", {"parameter": [{"name": "rds.force_ssl", "value": "0"}]})
}

test_database_with_tls if {
	count(encryption_in_transit.deny_database) == 0 with input as fixtures.creates("aws_redshift_parameter_group", {"parameter": [{"name": "require_ssl", "value": "true"}]})
}

test_database_unknown if {
	count(encryption_in_transit.deny_database) == 0 with input as fixtures.creates_unknown("aws_db_parameter_group", {"parameter": [{"name": "rds.force_ssl"}]}, {"parameter": [{"value": true}]})
}

test_database_deleted if {
	count(encryption_in_transit.deny_database) == 0 with input as fixtures.deletes("aws_db_parameter_group", {"parameter": [{"name": "rds.force_ssl", "value": "0"}]})
}

test_api_with_old_tls if {
	fixtures.paths(encryption_in_transit.deny_api_domain) == {fixtures.at(["security_policy"])} with input as fixtures.creates("aws_api_gateway_domain_name", {"domain_name": "api.example.com", "security_policy": "TLS_1_0"})
}

test_api_with_tls if {
	count(encryption_in_transit.deny_api_domain) == 0 with input as fixtures.creates("aws_api_gateway_domain_name", {"domain_name": "api.example.com", "security_policy": "TLS_1_2"})
}

test_api_domain_unknown if {
	count(encryption_in_transit.deny_api_domain) == 0 with input as fixtures.creates_unknown("aws_api_gateway_domain_name", {}, {"security_policy": true})
}

test_api_domain_deleted if {
	count(encryption_in_transit.deny_api_domain) == 0 with input as fixtures.deletes("aws_api_gateway_domain_name", {"domain_name": "api.example.com", "security_policy": "TLS_1_0"})
}

test_plain_ftp if {
	fixtures.paths(encryption_in_transit.deny_file_transfer) == {fixtures.at(["protocols", 1])} with input as fixtures.creates("aws_transfer_server", {"protocols": ["SFTP", "FTP"]})
}

test_sftp if {
	count(encryption_in_transit.deny_file_transfer) == 0 with input as fixtures.creates("aws_transfer_server", {"protocols": ["SFTP"]})
}

test_file_transfer_unknown if {
	count(encryption_in_transit.deny_file_transfer) == 0 with input as fixtures.creates_unknown("aws_transfer_server", {}, {"protocols": true})
}

test_file_transfer_deleted if {
	count(encryption_in_transit.deny_file_transfer) == 0 with input as fixtures.deletes("aws_transfer_server", {"protocols": ["SFTP", "FTP"]})
}
