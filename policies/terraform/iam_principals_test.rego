package attest.terraform.iam_principals_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.iam_principals

test_role_for_everyone if {
	fixtures.paths(iam_principals.deny_role) == {fixtures.at(["assume_role_policy"])} with input as fixtures.creates("aws_iam_role", {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\": {\"AWS\": \"*\"}}]}"})
}

test_role_for_every_repository if {
	fixtures.paths(iam_principals.deny_role) == {fixtures.at(["assume_role_policy"])} with input as fixtures.creates("aws_iam_role", {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRoleWithWebIdentity\", \"Principal\": {\"Federated\": \"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com\"}, \"Condition\": {\"StringEquals\": {\"token.actions.githubusercontent.com:aud\": \"sts.amazonaws.com\"}}}]}"})
}

test_role_for_a_service if {
	count(iam_principals.deny_role) == 0 with input as fixtures.creates("aws_iam_role", {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\": {\"Service\": \"ec2.amazonaws.com\"}}]}"})
}

test_role_for_an_organisation if {
	count(iam_principals.deny_role) == 0 with input as fixtures.creates("aws_iam_role", {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\": \"*\", \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}}]}"})
}

test_role_for_a_repository if {
	count(iam_principals.deny_role) == 0 with input as fixtures.creates("aws_iam_role", {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRoleWithWebIdentity\", \"Principal\": {\"Federated\": \"arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com\"}, \"Condition\": {\"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"repo:acme/shop:*\"}}}]}"})
}

test_role_unknown if {
	count(iam_principals.deny_role) == 0 with input as fixtures.creates_unknown("aws_iam_role", {}, {"assume_role_policy": true})
}

test_role_deleted if {
	count(iam_principals.deny_role) == 0 with input as fixtures.deletes("aws_iam_role", {"assume_role_policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\": {\"AWS\": \"*\"}}]}"})
}

test_queue_for_everyone if {
	fixtures.paths(iam_principals.deny_resource) == {fixtures.at(["policy"])} with input as fixtures.creates("aws_sqs_queue_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Principal\": \"*\", \"Resource\": \"arn:aws:sqs:eu-west-1:123456789012:q\"}]}"})
}

test_search_for_everyone if {
	fixtures.paths(iam_principals.deny_resource) == {fixtures.at(["access_policies"])} with input as fixtures.creates("aws_opensearch_domain", {"access_policies": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"es:*\", \"Principal\": {\"AWS\": \"*\"}, \"Resource\": \"*\"}]}"})
}

test_queue_for_a_topic if {
	count(iam_principals.deny_resource) == 0 with input as fixtures.creates("aws_sqs_queue_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Principal\": \"*\", \"Resource\": \"arn:aws:sqs:eu-west-1:123456789012:q\", \"Condition\": {\"ArnEquals\": {\"aws:SourceArn\": \"arn:aws:sns:eu-west-1:123456789012:t\"}}}]}"})
}

test_key_for_the_account if {
	count(iam_principals.deny_resource) == 0 with input as fixtures.creates("aws_kms_key", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"kms:*\", \"Principal\": {\"AWS\": \"arn:aws:iam::123456789012:root\"}, \"Resource\": \"*\"}]}"})
}

test_search_in_a_vpc if {
	count(iam_principals.deny_resource) == 0 with input as fixtures.creates("aws_opensearch_domain", {"vpc_options": [{"subnet_ids": ["subnet-1"]}], "access_policies": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"es:*\", \"Principal\": {\"AWS\": \"*\"}, \"Resource\": \"*\"}]}"})
}

test_resource_unknown if {
	count(iam_principals.deny_resource) == 0 with input as fixtures.creates_unknown("aws_sqs_queue_policy", {}, {"policy": true})
}

test_resource_deleted if {
	count(iam_principals.deny_resource) == 0 with input as fixtures.deletes("aws_sqs_queue_policy", {"policy": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Principal\": \"*\", \"Resource\": \"arn:aws:sqs:eu-west-1:123456789012:q\"}]}"})
}

test_function_for_everyone if {
	fixtures.paths(iam_principals.deny_function) == {fixtures.at(["principal"])} with input as fixtures.creates("aws_lambda_permission", {"action": "lambda:InvokeFunction", "function_name": "f", "principal": "*"})
}

test_url_for_everyone if {
	fixtures.paths(iam_principals.deny_function) == {fixtures.at(["authorization_type"])} with input as fixtures.creates("aws_lambda_function_url", {"authorization_type": "NONE"})
}

test_function_for_a_bucket if {
	count(iam_principals.deny_function) == 0 with input as fixtures.creates("aws_lambda_permission", {"action": "lambda:InvokeFunction", "function_name": "f", "principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::b"})
}

test_url_with_iam if {
	count(iam_principals.deny_function) == 0 with input as fixtures.creates("aws_lambda_function_url", {"authorization_type": "AWS_IAM"})
}

test_function_unknown if {
	count(iam_principals.deny_function) == 0 with input as fixtures.creates_unknown("aws_lambda_function_url", {}, {"authorization_type": true})
}

test_function_deleted if {
	count(iam_principals.deny_function) == 0 with input as fixtures.deletes("aws_lambda_permission", {"action": "lambda:InvokeFunction", "function_name": "f", "principal": "*"})
}
