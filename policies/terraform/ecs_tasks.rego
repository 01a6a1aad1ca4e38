# METADATA
# title: ECS tasks must be confined
# description: >-
#   A container that owns its host owns every task beside it.
package attest.terraform.ecs_tasks

import data.attest.lib.terraform

# METADATA
# title: Containers of ECS must not be privileged
# description: >-
#   A privileged container has every device of its host.
# custom:
#   severity: high
#   remediation: 'remove `privileged`, and add single capabilities in `linuxParameters`'
#   controls:
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecs_task_definition.main", "mode": "managed", "type": "aws_ecs_task_definition", "name": "main",
#         "change": {"actions": ["create"], "after": {"container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\"}]"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecs_task_definition.main", "mode": "managed", "type": "aws_ecs_task_definition", "name": "main",
#         "change": {"actions": ["create"], "after": {"container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\", \"privileged\": true}]"}, "after_unknown": {}}
#       }]}
deny_privileged contains terraform.finding(task, ["container_definitions"], sprintf("runs container `%s` privileged", [container.name])) if {
	some task in terraform.changes_by_type.aws_ecs_task_definition
	some container in containers(task)
	container.privileged == true
}

# METADATA
# title: Tasks of ECS must not share namespaces of the host
# description: >-
#   A task that sees the processes of the host reads their memory and their secrets.
# custom:
#   severity: high
#   remediation: 'leave `pid_mode` and `ipc_mode` out, or set them to `task`'
#   controls:
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecs_task_definition.main", "mode": "managed", "type": "aws_ecs_task_definition", "name": "main",
#         "change": {"actions": ["create"], "after": {"pid_mode": "task", "container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\"}]"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecs_task_definition.main", "mode": "managed", "type": "aws_ecs_task_definition", "name": "main",
#         "change": {"actions": ["create"], "after": {"pid_mode": "host", "container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\"}]"}, "after_unknown": {}}
#       }]}
deny_host_namespaces contains terraform.finding(task, [field], sprintf("shares `%s` with its host", [field])) if {
	some task in terraform.changes_by_type.aws_ecs_task_definition
	some field in ["pid_mode", "ipc_mode"]
	task.after[field] == "host"
}

# METADATA
# title: Services of ECS must not have public addresses
# description: >-
#   Every port that a container opens is on the internet.
# custom:
#   severity: medium
#   remediation: 'set `assign_public_ip = false`, and put a load balancer before the service'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecs_service.main", "mode": "managed", "type": "aws_ecs_service", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_configuration": [{"assign_public_ip": false}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_ecs_service.main", "mode": "managed", "type": "aws_ecs_service", "name": "main",
#         "change": {"actions": ["create"], "after": {"network_configuration": [{"assign_public_ip": true}]}, "after_unknown": {}}
#       }]}
deny_public_service contains terraform.finding(service, ["network_configuration", i, "assign_public_ip"], "gives its tasks public addresses") if {
	some service in terraform.changes_by_type.aws_ecs_service
	some i, network in service.after.network_configuration
	network.assign_public_ip == true
}

containers(task) := json.unmarshal(task.after.container_definitions) if json.is_valid(task.after.container_definitions)
