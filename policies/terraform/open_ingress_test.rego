package attest.terraform.open_ingress_test

import data.attest.terraform.open_ingress

test_open_database if {
	messages := {result.message | some result in open_ingress.deny} with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_security_group.x", "mode": "managed", "type": "aws_security_group", "name": "x", "change": {"actions": ["create"], "after": {"ingress": [{"cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"], "from_port": 5432, "to_port": 5432, "protocol": "tcp"}]}, "after_unknown": {}}}]}
	messages == {"`aws_security_group.x` opens port 5432 to `0.0.0.0/0`"}
}

test_open_web if {
	count(open_ingress.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_security_group.x", "mode": "managed", "type": "aws_security_group", "name": "x", "change": {"actions": ["create"], "after": {"ingress": [{"cidr_blocks": ["0.0.0.0/0"], "from_port": 443, "to_port": 443, "protocol": "tcp"}]}, "after_unknown": {}}}]}
}

test_open_rule if {
	messages := {result.message | some result in open_ingress.deny} with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_vpc_security_group_ingress_rule.x", "mode": "managed", "type": "aws_vpc_security_group_ingress_rule", "name": "x", "change": {"actions": ["create"], "after": {"cidr_ipv6": "::/0", "ip_protocol": "-1"}, "after_unknown": {}}}]}
	messages == {"`aws_vpc_security_group_ingress_rule.x` opens every port to `::/0`"}
}

test_egress if {
	count(open_ingress.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_security_group_rule.x", "mode": "managed", "type": "aws_security_group_rule", "name": "x", "change": {"actions": ["create"], "after": {"type": "egress", "cidr_blocks": ["0.0.0.0/0"], "from_port": 0, "to_port": 65535, "protocol": "tcp"}, "after_unknown": {}}}]}
}

test_deleted if {
	count(open_ingress.deny) == 0 with input as {"format_version": "1.2", "resource_changes": [{"address": "aws_security_group.x", "mode": "managed", "type": "aws_security_group", "name": "x", "change": {"actions": ["delete"], "after": null, "after_unknown": {}}}]}
}
