# METADATA
# title: Names within a pod must be unique
# description: >-
#   Of two things with one name, one is lost or the API server refuses both.
package attest.deployment.duplicates

import data.attest.lib.kubernetes

# METADATA
# title: Environment variables must be set once
# description: >-
#   Of two variables with one name the last holds, and `kubectl apply` may drop either.
# custom:
#   severity: medium
#   remediation: remove one of the two
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: LOG_LEVEL, value: info}]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", env: [{name: LOG_LEVEL, value: info}, {name: LOG_LEVEL, value: debug}]}]
deny_variables contains result if {
	some found in kubernetes.containers
	some name, indexes in places(found.container.env)
	result := {
		"message": sprintf("container `%s` sets `%s` %d times", [found.name, name, count(indexes)]),
		"path": array.concat(found.path, ["env", max(indexes)]),
	}
}

# METADATA
# title: Containers and volumes must have names of their own
# description: >-
#   The API server refuses a pod with two containers or two volumes of one name.
# custom:
#   severity: high
#   remediation: rename one of the two
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}, {name: log, image: "registry.example.com/log:1.0.0"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}, {name: web, image: "registry.example.com/log:1.0.0"}]
deny_names contains result if {
	some field in ["containers", "initContainers", "volumes"]
	some name, indexes in places(kubernetes.pod_spec[field])
	result := {
		"message": sprintf("%d of the pod's %s are called `%s`", [count(indexes), field, name]),
		"path": array.concat(kubernetes.pod_path, [field, max(indexes)]),
	}
}

# Where each name stands that stands more than once. Most lists have none, which is told in one pass.
places(things) := {name: indexes |
	names := [thing.name | some thing in things]
	count(names) > count({name | some name in names})
	some name in {name | some name in names}
	indexes := {i | some i, thing in things; thing.name == name}
	count(indexes) > 1
}
