package attest.terraform.ecr_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.ecr

test_mutable_tags if {
	fixtures.paths(ecr.deny_mutable) == {fixtures.at(["image_tag_mutability"])} with input as fixtures.creates("aws_ecr_repository", {"name": "shop", "image_tag_mutability": "MUTABLE"})
}

test_immutable_tags if {
	count(ecr.deny_mutable) == 0 with input as fixtures.creates("aws_ecr_repository", {"name": "shop", "image_tag_mutability": "IMMUTABLE"})
}

test_mutable_unknown if {
	count(ecr.deny_mutable) == 0 with input as fixtures.creates_unknown("aws_ecr_repository", {}, {"image_tag_mutability": true})
}

test_mutable_deleted if {
	count(ecr.deny_mutable) == 0 with input as fixtures.deletes("aws_ecr_repository", {"name": "shop", "image_tag_mutability": "MUTABLE"})
}

test_no_scan if {
	fixtures.paths(ecr.warn_scanning) == {fixtures.at(["image_scanning_configuration", 0, "scan_on_push"])} with input as fixtures.creates("aws_ecr_repository", {"name": "shop", "image_scanning_configuration": [{"scan_on_push": false}]})
}

test_scan if {
	count(ecr.warn_scanning) == 0 with input as fixtures.creates("aws_ecr_repository", {"name": "shop", "image_scanning_configuration": [{"scan_on_push": true}]})
}

test_scanning_unknown if {
	count(ecr.warn_scanning) == 0 with input as fixtures.creates_unknown("aws_ecr_repository", {}, {"image_scanning_configuration": true})
}

test_scanning_deleted if {
	count(ecr.warn_scanning) == 0 with input as fixtures.deletes("aws_ecr_repository", {"name": "shop", "image_scanning_configuration": [{"scan_on_push": false}]})
}
