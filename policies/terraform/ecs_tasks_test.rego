package attest.terraform.ecs_tasks_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.ecs_tasks

test_privileged if {
	fixtures.paths(ecs_tasks.deny_privileged) == {fixtures.at(["container_definitions"])} with input as fixtures.creates("aws_ecs_task_definition", {"container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\", \"privileged\": true}]"})
}

test_unprivileged if {
	count(ecs_tasks.deny_privileged) == 0 with input as fixtures.creates("aws_ecs_task_definition", {"container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\"}]"})
}

test_broken if {
	count(ecs_tasks.deny_privileged) == 0 with input as fixtures.creates("aws_ecs_task_definition", {"container_definitions": "["})
}

test_privileged_unknown if {
	count(ecs_tasks.deny_privileged) == 0 with input as fixtures.creates_unknown("aws_ecs_task_definition", {}, {"container_definitions": true})
}

test_privileged_deleted if {
	count(ecs_tasks.deny_privileged) == 0 with input as fixtures.deletes("aws_ecs_task_definition", {"container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\", \"privileged\": true}]"})
}

test_host_processes if {
	fixtures.paths(ecs_tasks.deny_host_namespaces) == {fixtures.at(["pid_mode"])} with input as fixtures.creates("aws_ecs_task_definition", {"pid_mode": "host", "container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\"}]"})
}

test_own_processes if {
	count(ecs_tasks.deny_host_namespaces) == 0 with input as fixtures.creates("aws_ecs_task_definition", {"pid_mode": "task", "container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\"}]"})
}

test_host_namespaces_unknown if {
	count(ecs_tasks.deny_host_namespaces) == 0 with input as fixtures.creates_unknown("aws_ecs_task_definition", {}, {"pid_mode": true})
}

test_host_namespaces_deleted if {
	count(ecs_tasks.deny_host_namespaces) == 0 with input as fixtures.deletes("aws_ecs_task_definition", {"pid_mode": "host", "container_definitions": "[{\"name\": \"app\", \"image\": \"shop:1\"}]"})
}

test_public_tasks if {
	fixtures.paths(ecs_tasks.deny_public_service) == {fixtures.at(["network_configuration", 0, "assign_public_ip"])} with input as fixtures.creates("aws_ecs_service", {"network_configuration": [{"assign_public_ip": true}]})
}

test_private_tasks if {
	count(ecs_tasks.deny_public_service) == 0 with input as fixtures.creates("aws_ecs_service", {"network_configuration": [{"assign_public_ip": false}]})
}

test_public_service_unknown if {
	count(ecs_tasks.deny_public_service) == 0 with input as fixtures.creates_unknown("aws_ecs_service", {"network_configuration": [{}]}, {"network_configuration": [{"assign_public_ip": true}]})
}

test_public_service_deleted if {
	count(ecs_tasks.deny_public_service) == 0 with input as fixtures.deletes("aws_ecs_service", {"network_configuration": [{"assign_public_ip": true}]})
}
