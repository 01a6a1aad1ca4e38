# METADATA
# title: Notebooks must not be open workbenches
# description: >-
#   Notebooks hold the data of data scientists and the rights to fetch more.
package attest.terraform.notebooks

import data.attest.lib.terraform

# METADATA
# title: Notebooks must not reach the internet directly
# description: >-
#   Data can leave by a way that none of your controls sees.
# custom:
#   severity: high
#   remediation: 'set `direct_internet_access = "Disabled"` and name a subnet'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sagemaker_notebook_instance.main", "mode": "managed", "type": "aws_sagemaker_notebook_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"direct_internet_access": "Disabled", "subnet_id": "subnet-1"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sagemaker_notebook_instance.main", "mode": "managed", "type": "aws_sagemaker_notebook_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"direct_internet_access": "Enabled"}, "after_unknown": {}}
#       }]}
deny_internet contains terraform.finding(notebook, ["direct_internet_access"], "has a way to the internet around your network") if {
	some notebook in terraform.changes_by_type.aws_sagemaker_notebook_instance
	terraform.value(notebook, ["direct_internet_access"]) in {"Enabled", null}
	not terraform.is_unknown(notebook, ["direct_internet_access"])
}

# METADATA
# title: Notebooks should not give root
# description: >-
#   With root a user switches off what watches the notebook.
# custom:
#   severity: low
#   remediation: 'set `root_access = "Disabled"`'
#   controls:
#     SOC2: ["CC6.3"]
#     HIPAA: ["164.312(a)(1)"]
#     PCI-DSS-4.0: ["7.2.2"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sagemaker_notebook_instance.main", "mode": "managed", "type": "aws_sagemaker_notebook_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"root_access": "Disabled"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_sagemaker_notebook_instance.main", "mode": "managed", "type": "aws_sagemaker_notebook_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"root_access": "Enabled"}, "after_unknown": {}}
#       }]}
warn_root contains terraform.finding(notebook, ["root_access"], "gives its users root") if {
	some notebook in terraform.changes_by_type.aws_sagemaker_notebook_instance
	terraform.value(notebook, ["root_access"]) in {"Enabled", null}
	not terraform.is_unknown(notebook, ["root_access"])
}
