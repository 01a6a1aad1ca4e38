package attest.terraform.gcp_machines_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_machines

test_default_account if {
	fixtures.paths(gcp_machines.deny_full_access) == {fixtures.at(["service_account", 0, "scopes", 0])} with input as fixtures.creates("google_compute_instance", {"service_account": [{"email": "1-compute@developer.gserviceaccount.com", "scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]})
}

test_own_account if {
	count(gcp_machines.deny_full_access) == 0 with input as fixtures.creates("google_compute_instance", {"service_account": [{"email": "web@p.iam.gserviceaccount.com", "scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]})
}

test_full_access_unknown if {
	count(gcp_machines.deny_full_access) == 0 with input as fixtures.creates_unknown("google_compute_instance", {"service_account": [{"scopes": ["cloud-platform"]}]}, {"service_account": [{"email": true}]})
}

test_full_access_deleted if {
	count(gcp_machines.deny_full_access) == 0 with input as fixtures.deletes("google_compute_instance", {"service_account": [{"email": "1-compute@developer.gserviceaccount.com", "scopes": ["https://www.googleapis.com/auth/cloud-platform"]}]})
}

test_serial_port if {
	fixtures.paths(gcp_machines.deny_serial_port) == {fixtures.at(["metadata", "serial-port-enable"])} with input as fixtures.creates("google_compute_instance", {"metadata": {"serial-port-enable": "true"}})
}

test_no_serial_port if {
	count(gcp_machines.deny_serial_port) == 0 with input as fixtures.creates("google_compute_instance", {"metadata": {"serial-port-enable": "false"}})
}

test_serial_port_unknown if {
	count(gcp_machines.deny_serial_port) == 0 with input as fixtures.creates_unknown("google_compute_instance", {}, {"metadata": true})
}

test_serial_port_deleted if {
	count(gcp_machines.deny_serial_port) == 0 with input as fixtures.deletes("google_compute_instance", {"metadata": {"serial-port-enable": "true"}})
}

test_no_os_login if {
	fixtures.paths(gcp_machines.deny_os_login) == {fixtures.at(["metadata", "enable-oslogin"])} with input as fixtures.creates("google_compute_instance", {"metadata": {"enable-oslogin": "false"}})
}

test_os_login if {
	count(gcp_machines.deny_os_login) == 0 with input as fixtures.creates("google_compute_instance", {"metadata": {"enable-oslogin": "TRUE"}})
}

test_os_login_unknown if {
	count(gcp_machines.deny_os_login) == 0 with input as fixtures.creates_unknown("google_compute_instance", {}, {"metadata": true})
}

test_os_login_deleted if {
	count(gcp_machines.deny_os_login) == 0 with input as fixtures.deletes("google_compute_instance", {"metadata": {"enable-oslogin": "false"}})
}

test_project_keys if {
	fixtures.paths(gcp_machines.warn_project_keys) == {fixtures.at(["metadata", "block-project-ssh-keys"])} with input as fixtures.creates("google_compute_instance", {"metadata": {"block-project-ssh-keys": "false"}})
}

test_no_project_keys if {
	count(gcp_machines.warn_project_keys) == 0 with input as fixtures.creates("google_compute_instance", {"metadata": {"block-project-ssh-keys": "true"}})
}

test_project_keys_unknown if {
	count(gcp_machines.warn_project_keys) == 0 with input as fixtures.creates_unknown("google_compute_instance", {}, {"metadata": true})
}

test_project_keys_deleted if {
	count(gcp_machines.warn_project_keys) == 0 with input as fixtures.deletes("google_compute_instance", {"metadata": {"block-project-ssh-keys": "false"}})
}

test_forwarding if {
	fixtures.paths(gcp_machines.warn_forwarding) == {fixtures.at(["can_ip_forward"])} with input as fixtures.creates("google_compute_instance", {"can_ip_forward": true})
}

test_no_forwarding if {
	count(gcp_machines.warn_forwarding) == 0 with input as fixtures.creates("google_compute_instance", {"can_ip_forward": false})
}

test_forwarding_unknown if {
	count(gcp_machines.warn_forwarding) == 0 with input as fixtures.creates_unknown("google_compute_instance", {}, {"can_ip_forward": true})
}

test_forwarding_deleted if {
	count(gcp_machines.warn_forwarding) == 0 with input as fixtures.deletes("google_compute_instance", {"can_ip_forward": true})
}

test_public_address if {
	fixtures.paths(gcp_machines.deny_public_address) == {fixtures.at(["network_interface", 0, "access_config"])} with input as fixtures.creates("google_compute_instance", {"network_interface": [{"access_config": [{}]}]})
}

test_private_address if {
	count(gcp_machines.deny_public_address) == 0 with input as fixtures.creates("google_compute_instance", {"network_interface": [{"access_config": []}]})
}

test_public_address_unknown if {
	count(gcp_machines.deny_public_address) == 0 with input as fixtures.creates_unknown("google_compute_instance", {"network_interface": [{}]}, {"network_interface": [{"access_config": true}]})
}

test_public_address_deleted if {
	count(gcp_machines.deny_public_address) == 0 with input as fixtures.deletes("google_compute_instance", {"network_interface": [{"access_config": [{}]}]})
}

test_not_shielded if {
	fixtures.paths(gcp_machines.warn_shielded) == {fixtures.at(["shielded_instance_config", 0, "enable_vtpm"])} with input as fixtures.creates("google_compute_instance", {"shielded_instance_config": [{"enable_vtpm": false, "enable_integrity_monitoring": true}]})
}

test_shielded if {
	count(gcp_machines.warn_shielded) == 0 with input as fixtures.creates("google_compute_instance", {"shielded_instance_config": [{"enable_vtpm": true, "enable_integrity_monitoring": true}]})
}

test_shielded_unknown if {
	count(gcp_machines.warn_shielded) == 0 with input as fixtures.creates_unknown("google_compute_instance", {}, {"shielded_instance_config": true})
}

test_shielded_deleted if {
	count(gcp_machines.warn_shielded) == 0 with input as fixtures.deletes("google_compute_instance", {"shielded_instance_config": [{"enable_vtpm": false, "enable_integrity_monitoring": true}]})
}
