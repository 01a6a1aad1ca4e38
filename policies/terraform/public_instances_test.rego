package attest.terraform.public_instances_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.public_instances

test_public_instance if {
	fixtures.paths(public_instances.deny_instance) == {fixtures.at(["associate_public_ip_address"])} with input as fixtures.creates("aws_instance", {"associate_public_ip_address": true})
}

test_public_template if {
	fixtures.paths(public_instances.deny_instance) == {fixtures.at(["network_interfaces", 0, "associate_public_ip_address"])} with input as fixtures.creates("aws_launch_template", {"network_interfaces": [{"associate_public_ip_address": "true"}]})
}

test_private_instance if {
	count(public_instances.deny_instance) == 0 with input as fixtures.creates("aws_instance", {"associate_public_ip_address": false})
}

test_instance_unknown if {
	count(public_instances.deny_instance) == 0 with input as fixtures.creates_unknown("aws_instance", {}, {"associate_public_ip_address": true})
}

test_instance_deleted if {
	count(public_instances.deny_instance) == 0 with input as fixtures.deletes("aws_instance", {"associate_public_ip_address": true})
}

test_public_subnet if {
	fixtures.paths(public_instances.warn_subnet) == {fixtures.at(["map_public_ip_on_launch"])} with input as fixtures.creates("aws_subnet", {"map_public_ip_on_launch": true})
}

test_private_subnet if {
	count(public_instances.warn_subnet) == 0 with input as fixtures.creates("aws_subnet", {"map_public_ip_on_launch": false})
}

test_subnet_unknown if {
	count(public_instances.warn_subnet) == 0 with input as fixtures.creates_unknown("aws_subnet", {}, {"map_public_ip_on_launch": true})
}

test_subnet_deleted if {
	count(public_instances.warn_subnet) == 0 with input as fixtures.deletes("aws_subnet", {"map_public_ip_on_launch": true})
}
