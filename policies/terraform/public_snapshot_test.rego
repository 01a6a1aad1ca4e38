package attest.terraform.public_snapshot_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.public_snapshot

test_public_snapshot if {
	fixtures.paths(public_snapshot.deny) == {fixtures.at(["shared_accounts", 0])} with input as fixtures.creates("aws_db_snapshot", {"shared_accounts": ["all"]})
}

test_public_image if {
	fixtures.paths(public_snapshot.deny) == {fixtures.at(["group"])} with input as fixtures.creates("aws_ami_launch_permission", {"image_id": "ami-1", "group": "all"})
}

test_shared_snapshot if {
	count(public_snapshot.deny) == 0 with input as fixtures.creates("aws_db_snapshot", {"shared_accounts": ["123456789012"]})
}

test_unknown if {
	count(public_snapshot.deny) == 0 with input as fixtures.creates_unknown("aws_ami_launch_permission", {}, {"group": true})
}

test_deleted if {
	count(public_snapshot.deny) == 0 with input as fixtures.deletes("aws_db_snapshot", {"shared_accounts": ["all"]})
}
