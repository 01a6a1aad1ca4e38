package attest.terraform.gcp_open_ingress_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.gcp_open_ingress

test_open_ssh if {
	fixtures.paths(gcp_open_ingress.deny) == {fixtures.at(["source_ranges", 0])} with input as fixtures.creates("google_compute_firewall", {"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["22"]}]})
}

test_everything_open if {
	fixtures.paths(gcp_open_ingress.deny) == {fixtures.at(["source_ranges", 0])} with input as fixtures.creates("google_compute_firewall", {"source_ranges": ["::/0"], "allow": [{"protocol": "all", "ports": []}]})
}

test_all_ports if {
	fixtures.paths(gcp_open_ingress.deny) == {fixtures.at(["source_ranges", 1])} with input as fixtures.creates("google_compute_firewall", {"source_ranges": ["10.0.0.0/8", "0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["0-65535"]}]})
}

test_open_web if {
	count(gcp_open_ingress.deny) == 0 with input as fixtures.creates("google_compute_firewall", {"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["80", "443"]}]})
}

test_office_ssh if {
	count(gcp_open_ingress.deny) == 0 with input as fixtures.creates("google_compute_firewall", {"source_ranges": ["35.235.240.0/20"], "allow": [{"protocol": "tcp", "ports": ["22"]}]})
}

test_egress if {
	count(gcp_open_ingress.deny) == 0 with input as fixtures.creates("google_compute_firewall", {"direction": "EGRESS", "source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "all"}]})
}

test_ping if {
	count(gcp_open_ingress.deny) == 0 with input as fixtures.creates("google_compute_firewall", {"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "icmp"}]})
}

test_unknown if {
	count(gcp_open_ingress.deny) == 0 with input as fixtures.creates_unknown("google_compute_firewall", {"allow": [{"protocol": "tcp", "ports": ["22"]}]}, {"source_ranges": true})
}

test_deleted if {
	count(gcp_open_ingress.deny) == 0 with input as fixtures.deletes("google_compute_firewall", {"source_ranges": ["0.0.0.0/0"], "allow": [{"protocol": "tcp", "ports": ["22"]}]})
}
