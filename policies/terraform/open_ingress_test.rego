package attest.terraform.open_ingress_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.open_ingress

test_open_database if {
	fixtures.paths(open_ingress.deny) == {fixtures.at(["ingress", 0, "cidr_blocks", 1])} with input as fixtures.creates("aws_security_group", {"ingress": [{"from_port": 5432, "to_port": 5432, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"]}]})
}

test_open_ssh_rule if {
	fixtures.paths(open_ingress.deny) == {fixtures.at(["cidr_blocks", 0])} with input as fixtures.creates("aws_security_group_rule", {"type": "ingress", "from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]})
}

test_everything_open_over_ipv6 if {
	fixtures.paths(open_ingress.deny) == {fixtures.at(["cidr_ipv6"])} with input as fixtures.creates("aws_vpc_security_group_ingress_rule", {"cidr_ipv6": "::/0", "ip_protocol": "-1"})
}

test_half_of_the_world if {
	fixtures.paths(open_ingress.deny) == {fixtures.at(["cidr_ipv4"])} with input as fixtures.creates("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/1", "ip_protocol": "tcp", "from_port": 3389, "to_port": 3389})
}

test_range_around_a_public_port if {
	fixtures.paths(open_ingress.deny) == {fixtures.at(["cidr_ipv4"])} with input as fixtures.creates("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "ip_protocol": "tcp", "from_port": 0, "to_port": 443})
}

test_open_web if {
	count(open_ingress.deny) == 0 with input as fixtures.creates("aws_security_group", {"ingress": [{"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]})
}

test_egress if {
	count(open_ingress.deny) == 0 with input as fixtures.creates("aws_security_group_rule", {"type": "egress", "from_port": 0, "to_port": 65535, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]})
}

test_private_range if {
	count(open_ingress.deny) == 0 with input as fixtures.creates("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "10.0.0.0/8", "ip_protocol": "-1"})
}

test_from_a_group if {
	count(open_ingress.deny) == 0 with input as fixtures.creates("aws_vpc_security_group_ingress_rule", {"referenced_security_group_id": "sg-1", "ip_protocol": "-1"})
}

test_ping if {
	count(open_ingress.deny) == 0 with input as fixtures.creates("aws_security_group_rule", {"type": "ingress", "from_port": 8, "to_port": 0, "protocol": "icmp", "cidr_blocks": ["0.0.0.0/0"]})
}

test_unknown if {
	count(open_ingress.deny) == 0 with input as fixtures.creates_unknown("aws_security_group", {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp"}]}, {"ingress": [{"cidr_blocks": true}]})
}

test_unknown_2 if {
	count(open_ingress.deny) == 0 with input as fixtures.creates_unknown("aws_security_group_rule", {"type": "ingress", "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}, {"from_port": true, "to_port": true})
}

test_deleted if {
	count(open_ingress.deny) == 0 with input as fixtures.deletes("aws_security_group", {"ingress": [{"from_port": 5432, "to_port": 5432, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"]}]})
}

test_message if {
	messages := fixtures.messages(open_ingress.deny) with input as fixtures.creates("aws_vpc_security_group_ingress_rule", {"cidr_ipv6": "::/0", "ip_protocol": "-1"})
	messages == {"`aws_vpc_security_group_ingress_rule.main` opens every port to `::/0`"}
}

test_other_public_ports if {
	document := fixtures.creates("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "ip_protocol": "udp", "from_port": 51820, "to_port": 51820})
	count(open_ingress.deny) == 1 with input as document
	count(open_ingress.deny) == 0 with input as document with data.attest.parameters["open-ingress"] as {"public_ports": [51820]}
}
