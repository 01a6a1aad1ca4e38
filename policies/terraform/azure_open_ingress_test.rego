package attest.terraform.azure_open_ingress_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_open_ingress

test_open_ssh if {
	fixtures.paths(azure_open_ingress.deny) == {fixtures.at(["source_address_prefix"])} with input as fixtures.creates("azurerm_network_security_rule", {"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "*", "destination_port_range": "22"})
}

test_open_remote_desktop if {
	fixtures.paths(azure_open_ingress.deny) == {fixtures.at(["security_rule", 0, "source_address_prefix"])} with input as fixtures.creates("azurerm_network_security_group", {"security_rule": [{"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "Internet", "destination_port_range": "3389"}]})
}

test_one_of_several_ports if {
	fixtures.paths(azure_open_ingress.deny) == {fixtures.at(["source_address_prefixes"])} with input as fixtures.creates("azurerm_network_security_rule", {"direction": "Inbound", "access": "Allow", "protocol": "*", "source_address_prefixes": ["10.0.0.0/8", "0.0.0.0/0"], "destination_port_ranges": ["443", "5432"]})
}

test_office_ssh if {
	count(azure_open_ingress.deny) == 0 with input as fixtures.creates("azurerm_network_security_rule", {"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "198.51.100.0/24", "destination_port_range": "22"})
}

test_open_web if {
	count(azure_open_ingress.deny) == 0 with input as fixtures.creates("azurerm_network_security_rule", {"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "*", "destination_port_range": "443"})
}

test_outbound if {
	count(azure_open_ingress.deny) == 0 with input as fixtures.creates("azurerm_network_security_rule", {"direction": "Outbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "*", "destination_port_range": "22"})
}

test_denied if {
	count(azure_open_ingress.deny) == 0 with input as fixtures.creates("azurerm_network_security_rule", {"direction": "Inbound", "access": "Deny", "protocol": "Tcp", "source_address_prefix": "*", "destination_port_range": "22"})
}

test_unknown if {
	count(azure_open_ingress.deny) == 0 with input as fixtures.creates_unknown("azurerm_network_security_rule", {"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "destination_port_range": "22"}, {"source_address_prefix": true})
}

test_deleted if {
	count(azure_open_ingress.deny) == 0 with input as fixtures.deletes("azurerm_network_security_rule", {"direction": "Inbound", "access": "Allow", "protocol": "Tcp", "source_address_prefix": "*", "destination_port_range": "22"})
}
