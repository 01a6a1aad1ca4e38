package attest.terraform.instance_metadata_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.instance_metadata

test_optional_token if {
	fixtures.paths(instance_metadata.deny_optional) == {fixtures.at(["metadata_options", 0, "http_tokens"])} with input as fixtures.creates("aws_instance", {"metadata_options": [{"http_tokens": "optional"}]})
}

test_template_without_a_word if {
	fixtures.paths(instance_metadata.deny_optional) == {fixtures.at(["metadata_options"])} with input as fixtures.creates("aws_launch_template", {"metadata_options": []})
}

test_required_token if {
	count(instance_metadata.deny_optional) == 0 with input as fixtures.creates("aws_instance", {"metadata_options": [{"http_tokens": "required"}]})
}

test_no_metadata if {
	count(instance_metadata.deny_optional) == 0 with input as fixtures.creates("aws_instance", {"metadata_options": [{"http_endpoint": "disabled", "http_tokens": "optional"}]})
}

test_optional_unknown if {
	count(instance_metadata.deny_optional) == 0 with input as fixtures.creates_unknown("aws_instance", {}, {"metadata_options": true})
}

test_optional_unknown_2 if {
	count(instance_metadata.deny_optional) == 0 with input as fixtures.creates_unknown("aws_instance", {"metadata_options": [{}]}, {"metadata_options": [{"http_tokens": true}]})
}

test_optional_deleted if {
	count(instance_metadata.deny_optional) == 0 with input as fixtures.deletes("aws_instance", {"metadata_options": [{"http_tokens": "optional"}]})
}

test_left_out_of_the_configuration if {
	document := fixtures.with_configuration(
		fixtures.creates_unknown("aws_instance", {"launch_template": []}, {"metadata_options": true}),
		[fixtures.configured("aws_instance", "main", {"ami": {"constant_value": "ami-1"}})],
	)
	count(instance_metadata.warn_left_out) == 1 with input as document
}
