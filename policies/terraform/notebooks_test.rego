package attest.terraform.notebooks_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.notebooks

test_direct_access if {
	fixtures.paths(notebooks.deny_internet) == {fixtures.at(["direct_internet_access"])} with input as fixtures.creates("aws_sagemaker_notebook_instance", {"direct_internet_access": "Enabled"})
}

test_no_direct_access if {
	count(notebooks.deny_internet) == 0 with input as fixtures.creates("aws_sagemaker_notebook_instance", {"direct_internet_access": "Disabled", "subnet_id": "subnet-1"})
}

test_internet_unknown if {
	count(notebooks.deny_internet) == 0 with input as fixtures.creates_unknown("aws_sagemaker_notebook_instance", {}, {"direct_internet_access": true})
}

test_internet_deleted if {
	count(notebooks.deny_internet) == 0 with input as fixtures.deletes("aws_sagemaker_notebook_instance", {"direct_internet_access": "Enabled"})
}

test_root if {
	fixtures.paths(notebooks.warn_root) == {fixtures.at(["root_access"])} with input as fixtures.creates("aws_sagemaker_notebook_instance", {"root_access": "Enabled"})
}

test_no_root if {
	count(notebooks.warn_root) == 0 with input as fixtures.creates("aws_sagemaker_notebook_instance", {"root_access": "Disabled"})
}

test_root_unknown if {
	count(notebooks.warn_root) == 0 with input as fixtures.creates_unknown("aws_sagemaker_notebook_instance", {}, {"root_access": true})
}

test_root_deleted if {
	count(notebooks.warn_root) == 0 with input as fixtures.deletes("aws_sagemaker_notebook_instance", {"root_access": "Enabled"})
}
