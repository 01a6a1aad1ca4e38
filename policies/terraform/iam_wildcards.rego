# METADATA
# title: IAM policies must not allow everything
# description: Who may do every action on every resource owns the account.
# custom:
#   severity: high
#   fix: list the actions and resources that are needed
package attest.terraform.iam_wildcards

import data.attest.lib.terraform

deny contains result if {
	some change in terraform.changes
	change.type in {"aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"}
	json.is_valid(change.after.policy)
	document := json.unmarshal(change.after.policy)
	some statement in as_array(document.Statement)
	statement.Effect == "Allow"
	some action in as_array(statement.Action)
	action in {"*", "*:*"}
	some resource in as_array(statement.Resource)
	resource == "*"
	result := {
		"message": sprintf("`%s` allows every action on every resource", [change.address]),
		"path": array.concat(change.path, ["policy"]),
	}
}

as_array(value) := value if is_array(value)

as_array(value) := [value] if not is_array(value)
