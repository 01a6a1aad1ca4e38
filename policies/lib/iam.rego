# METADATA
# title: IAM policies
# description: >-
#   The statements of policies of AWS, which Terraform holds as JSON text, and what they allow to whom.
package attest.lib.iam

# METADATA
# description: The statements of a policy's JSON text; none when there is no text, or it is not JSON.
statements(text) := as_array(object.get(json.unmarshal(text), "Statement", [])) if {
	is_string(text)
	json.is_valid(text)
	startswith(trim_space(text), "{")
}

# METADATA
# description: >-
#   Whether a statement allows every principal something, whatever the account, and no condition says who or where.
allows_everyone(statement) if {
	statement.Effect == "Allow"
	is_everyone(statement.Principal)
	not narrows(object.get(statement, "Condition", {}))
}

is_everyone("*")

is_everyone(principal) if {
	some who in as_array(principal.AWS)
	who == "*"
}

# Conditions about the caller: his account, organisation, network or the resource that he acts for.
narrows(condition) if {
	some operator, tests in condition
	not regex.match(`(?i)^(bool|null|numeric|date|.*not)`, operator)
	some key, _ in tests
	regex.match(`(?i)^(aws:(source|principal|calledvia|viaawsservice|userid|vpce)|kms:(calleraccount|viaservice)|s3:dataaccesspoint|sns:endpoint|lambda:|elasticfilesystem:)`, key)
	not opens_again(tests[key])
}

opens_again(values) if {
	some value in as_array(values)
	value in {"*", "0.0.0.0/0", "::/0"}
}

narrows(condition) if condition.Bool["elasticfilesystem:AccessedViaMountTarget"]

# METADATA
# description: The actions that a statement allows.
allowed_actions(statement) := as_array(statement.Action) if statement.Effect == "Allow"

# METADATA
# description: Whether a statement applies to every resource.
on_everything(statement) if {
	some resource in as_array(statement.Resource)
	resource in {"*", "arn:aws:*:*:*:*"}
}

as_array(value) := value if is_array(value)

as_array(value) := [value] if not is_array(value)
