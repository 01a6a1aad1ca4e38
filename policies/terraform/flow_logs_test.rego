package attest.terraform.flow_logs_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.flow_logs

test_no_flow_log if {
	fixtures.paths(flow_logs.warn) == {fixtures.at([])} with input as fixtures.creates("aws_vpc", {"cidr_block": "10.0.0.0/16"})
}

test_flow_log if {
	count(flow_logs.warn) == 0 with input as fixtures.plan([
		fixtures.change("aws_vpc", "main", ["update"], {"id": "vpc-1"}, {}),
		fixtures.created("aws_flow_log", "main", {"vpc_id": "vpc-1"}),
	])
}

test_flow_log_by_reference if {
	document := fixtures.with_configuration(
		fixtures.plan([
			fixtures.change("aws_vpc", "main", ["create"], {}, {"id": true}),
			fixtures.change("aws_flow_log", "main", ["create"], {}, {"vpc_id": true}),
			fixtures.change("aws_vpc", "other", ["create"], {}, {"id": true}),
		]),
		[fixtures.configured("aws_flow_log", "main", {"vpc_id": {"references": ["aws_vpc.main.id", "aws_vpc.main"]}})],
	)
	fixtures.messages(flow_logs.warn) == {"`aws_vpc.other` has no flow log"} with input as document
}

test_deleted if {
	count(flow_logs.warn) == 0 with input as fixtures.deletes("aws_vpc", {"id": "vpc-1"})
}
