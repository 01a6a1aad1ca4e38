package attest.terraform.public_database_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.public_database

test_public_database if {
	fixtures.paths(public_database.deny) == {fixtures.at(["publicly_accessible"])} with input as fixtures.creates("aws_db_instance", {"publicly_accessible": true})
}

test_public_warehouse if {
	fixtures.paths(public_database.deny) == {fixtures.at(["publicly_accessible"])} with input as fixtures.creates("aws_redshift_cluster", {"publicly_accessible": true})
}

test_private_database if {
	count(public_database.deny) == 0 with input as fixtures.creates("aws_db_instance", {"publicly_accessible": false})
}

test_unknown if {
	count(public_database.deny) == 0 with input as fixtures.creates_unknown("aws_db_instance", {}, {"publicly_accessible": true})
}

test_deleted if {
	count(public_database.deny) == 0 with input as fixtures.deletes("aws_db_instance", {"publicly_accessible": true})
}
