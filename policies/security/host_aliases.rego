# METADATA
# title: Pods should not rewrite names
# description: >-
#   `hostAliases` sends the pod to addresses that no name server knows of: what it talks to is neither what its name says nor found by anyone who looks.
# related_resources:
#   - https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/
# custom:
#   severity: low
#   remediation: remove `hostAliases`, and make a Service without selector or a DNS record
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         hostAliases: [{ip: 203.0.113.7, hostnames: [db.example.com]}]
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
package attest.security.host_aliases

import data.attest.lib.kubernetes

warn contains result if {
	count(kubernetes.pod_spec.hostAliases) > 0
	result := {
		"message": "the pod rewrites the addresses of names",
		"path": array.concat(kubernetes.pod_path, ["hostAliases"]),
	}
}
