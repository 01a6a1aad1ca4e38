# METADATA
# title: Workloads should say when they are well
# description: >-
#   Kubernetes sends traffic to pods and restarts them by what their probes say.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
package attest.deployment.probes

import data.attest.lib.kubernetes

# METADATA
# title: Pods that serve should say when they are ready
# description: >-
#   Without a readiness probe a pod takes traffic before it can answer, and a rollout goes on over pods that never will.
# custom:
#   severity: low
#   remediation: add a `readinessProbe` to the container that serves
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         template:
#           spec:
#             containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{containerPort: 8080}], readinessProbe: {httpGet: {path: /ready, port: 8080}}}]
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         template:
#           spec:
#             containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{containerPort: 8080}]}]
warn_readiness contains result if {
	input.kind in {"Deployment", "StatefulSet"}
	serving := [found | some found in kubernetes.lasting_containers; count(found.container.ports) > 0]
	count(serving) > 0
	not has_probe("readinessProbe")
	result := {
		"message": sprintf("no container of the pod has a readiness probe, though `%s` serves", [serving[0].name]),
		"path": serving[0].path,
	}
}

# METADATA
# title: Liveness probes should not be the first to ask
# description: >-
#   A liveness probe without `initialDelaySeconds`, startup probe or readiness probe kills a program that takes its time to start, again and again.
# custom:
#   severity: low
#   remediation: 'add a `startupProbe`, or set `initialDelaySeconds`'
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         template:
#           spec:
#             containers:
#               - name: web
#                 image: registry.example.com/web:1.4.2
#                 startupProbe: {httpGet: {path: /live, port: 8080}}
#                 livenessProbe: {httpGet: {path: /live, port: 8080}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: shop}
#       spec:
#         template:
#           spec:
#             containers: [{name: web, image: "registry.example.com/web:1.4.2", livenessProbe: {httpGet: {path: /live, port: 8080}, failureThreshold: 1}}]
warn_liveness contains result if {
	some found in kubernetes.lasting_containers
	probe := found.container.livenessProbe
	object.get(probe, "failureThreshold", 3) == 1
	object.get(probe, "initialDelaySeconds", 0) == 0
	not found.container.startupProbe
	result := {
		"message": sprintf("one slow answer at the start kills container `%s`", [found.name]),
		"path": array.concat(found.path, ["livenessProbe"]),
	}
}

has_probe(name) if {
	some found in kubernetes.lasting_containers
	found.container[name]
}
