package attest.terraform.default_network_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.default_network

test_rules_in_the_default_group if {
	fixtures.paths(default_network.deny_group_rules) == {fixtures.at(["ingress"])} with input as fixtures.creates("aws_default_security_group", {"vpc_id": "vpc-1", "ingress": [{"from_port": 0, "to_port": 0, "protocol": "-1", "self": true}]})
}

test_empty_default_group if {
	count(default_network.deny_group_rules) == 0 with input as fixtures.creates("aws_default_security_group", {"vpc_id": "vpc-1", "ingress": [], "egress": []})
}

test_group_rules_unknown if {
	count(default_network.deny_group_rules) == 0 with input as fixtures.creates_unknown("aws_default_security_group", {"vpc_id": "vpc-1"}, {"ingress": true, "egress": true})
}

test_group_rules_deleted if {
	count(default_network.deny_group_rules) == 0 with input as fixtures.deletes("aws_default_security_group", {"vpc_id": "vpc-1", "ingress": [{"from_port": 0, "to_port": 0, "protocol": "-1", "self": true}]})
}

test_default_vpc if {
	fixtures.paths(default_network.warn_vpc) == {fixtures.at([])} with input as fixtures.creates("aws_default_vpc", {"tags": {"Name": "default"}})
}

test_own_vpc if {
	count(default_network.warn_vpc) == 0 with input as fixtures.creates("aws_vpc", {"cidr_block": "10.0.0.0/16"})
}

test_vpc_deleted if {
	count(default_network.warn_vpc) == 0 with input as fixtures.deletes("aws_default_vpc", {"tags": {"Name": "default"}})
}
