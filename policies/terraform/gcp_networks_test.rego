package attest.terraform.gcp_networks_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_networks

test_default_network if {
	fixtures.paths(gcp_networks.deny_default) == {fixtures.at(["auto_create_network"])} with input as fixtures.creates("google_project", {"auto_create_network": true})
}

test_machine_in_the_default_network if {
	fixtures.paths(gcp_networks.deny_default) == {fixtures.at(["network_interface", 0, "network"])} with input as fixtures.creates("google_compute_instance", {"network_interface": [{"network": "default"}]})
}

test_no_default_network if {
	count(gcp_networks.deny_default) == 0 with input as fixtures.creates("google_project", {"auto_create_network": false})
}

test_default_unknown if {
	count(gcp_networks.deny_default) == 0 with input as fixtures.creates_unknown("google_project", {}, {"auto_create_network": true})
}

test_default_deleted if {
	count(gcp_networks.deny_default) == 0 with input as fixtures.deletes("google_project", {"auto_create_network": true})
}

test_auto_subnets if {
	fixtures.paths(gcp_networks.warn_auto_subnets) == {fixtures.at(["auto_create_subnetworks"])} with input as fixtures.creates("google_compute_network", {"auto_create_subnetworks": true})
}

test_own_subnets if {
	count(gcp_networks.warn_auto_subnets) == 0 with input as fixtures.creates("google_compute_network", {"auto_create_subnetworks": false})
}

test_auto_subnets_unknown if {
	count(gcp_networks.warn_auto_subnets) == 0 with input as fixtures.creates_unknown("google_compute_network", {}, {"auto_create_subnetworks": true})
}

test_auto_subnets_deleted if {
	count(gcp_networks.warn_auto_subnets) == 0 with input as fixtures.deletes("google_compute_network", {"auto_create_subnetworks": true})
}

test_no_flow_log if {
	fixtures.paths(gcp_networks.warn_flow_logs) == {fixtures.at(["log_config"])} with input as fixtures.creates("google_compute_subnetwork", {"ip_cidr_range": "10.0.0.0/24", "log_config": []})
}

test_flow_log if {
	count(gcp_networks.warn_flow_logs) == 0 with input as fixtures.creates("google_compute_subnetwork", {"log_config": [{"flow_sampling": 0.5}]})
}

test_proxy_subnet if {
	count(gcp_networks.warn_flow_logs) == 0 with input as fixtures.creates("google_compute_subnetwork", {"purpose": "REGIONAL_MANAGED_PROXY", "log_config": []})
}

test_flow_logs_unknown if {
	count(gcp_networks.warn_flow_logs) == 0 with input as fixtures.creates_unknown("google_compute_subnetwork", {}, {"log_config": true})
}

test_flow_logs_deleted if {
	count(gcp_networks.warn_flow_logs) == 0 with input as fixtures.deletes("google_compute_subnetwork", {"ip_cidr_range": "10.0.0.0/24", "log_config": []})
}

test_old_tls if {
	fixtures.paths(gcp_networks.deny_old_tls) == {fixtures.at(["min_tls_version"])} with input as fixtures.creates("google_compute_ssl_policy", {"min_tls_version": "TLS_1_0", "profile": "COMPATIBLE"})
}

test_modern_tls if {
	count(gcp_networks.deny_old_tls) == 0 with input as fixtures.creates("google_compute_ssl_policy", {"min_tls_version": "TLS_1_2", "profile": "MODERN"})
}

test_old_tls_unknown if {
	count(gcp_networks.deny_old_tls) == 0 with input as fixtures.creates_unknown("google_compute_ssl_policy", {}, {"min_tls_version": true})
}

test_old_tls_deleted if {
	count(gcp_networks.deny_old_tls) == 0 with input as fixtures.deletes("google_compute_ssl_policy", {"min_tls_version": "TLS_1_0", "profile": "COMPATIBLE"})
}

test_no_dnssec if {
	fixtures.paths(gcp_networks.warn_dnssec) == {fixtures.at(["dnssec_config", 0, "state"])} with input as fixtures.creates("google_dns_managed_zone", {"visibility": "public", "dnssec_config": [{"state": "off"}]})
}

test_dnssec if {
	count(gcp_networks.warn_dnssec) == 0 with input as fixtures.creates("google_dns_managed_zone", {"dnssec_config": [{"state": "on"}]})
}

test_private_zone if {
	count(gcp_networks.warn_dnssec) == 0 with input as fixtures.creates("google_dns_managed_zone", {"visibility": "private"})
}

test_dnssec_unknown if {
	count(gcp_networks.warn_dnssec) == 0 with input as fixtures.creates_unknown("google_dns_managed_zone", {}, {"dnssec_config": true})
}

test_dnssec_deleted if {
	count(gcp_networks.warn_dnssec) == 0 with input as fixtures.deletes("google_dns_managed_zone", {"visibility": "public", "dnssec_config": [{"state": "off"}]})
}

test_plain_function if {
	fixtures.paths(gcp_networks.deny_plain_http) == {fixtures.at(["https_trigger_security_level"])} with input as fixtures.creates("google_cloudfunctions_function", {"https_trigger_security_level": "SECURE_OPTIONAL"})
}

test_function_with_tls if {
	count(gcp_networks.deny_plain_http) == 0 with input as fixtures.creates("google_cloudfunctions_function", {"https_trigger_security_level": "SECURE_ALWAYS"})
}

test_plain_http_unknown if {
	count(gcp_networks.deny_plain_http) == 0 with input as fixtures.creates_unknown("google_cloudfunctions_function", {}, {"https_trigger_security_level": true})
}

test_plain_http_deleted if {
	count(gcp_networks.deny_plain_http) == 0 with input as fixtures.deletes("google_cloudfunctions_function", {"https_trigger_security_level": "SECURE_OPTIONAL"})
}
