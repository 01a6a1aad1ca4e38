package attest.terraform.network_acl_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.network_acl

test_open_ssh if {
	fixtures.paths(network_acl.deny) == {fixtures.at([])} with input as fixtures.creates("aws_network_acl_rule", {"rule_number": 100, "egress": false, "rule_action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 22, "to_port": 22})
}

test_open_remote_desktop if {
	fixtures.paths(network_acl.deny) == {fixtures.at(["ingress", 0])} with input as fixtures.creates("aws_network_acl", {"ingress": [{"rule_no": 100, "action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 3389, "to_port": 3389}]})
}

test_office_only if {
	count(network_acl.deny) == 0 with input as fixtures.creates("aws_network_acl_rule", {"rule_number": 100, "egress": false, "rule_action": "allow", "protocol": "tcp", "cidr_block": "198.51.100.0/24", "from_port": 22, "to_port": 22})
}

test_open_web if {
	count(network_acl.deny) == 0 with input as fixtures.creates("aws_network_acl_rule", {"rule_number": 100, "egress": false, "rule_action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 443, "to_port": 443})
}

test_unknown if {
	count(network_acl.deny) == 0 with input as fixtures.creates_unknown("aws_network_acl_rule", {"egress": false, "rule_action": "allow", "protocol": "tcp", "from_port": 22, "to_port": 22}, {"cidr_block": true})
}

test_deleted if {
	count(network_acl.deny) == 0 with input as fixtures.deletes("aws_network_acl_rule", {"rule_number": 100, "egress": false, "rule_action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 22, "to_port": 22})
}
