# METADATA
# title: Production must write an audit log
# description: >-
#   SOC 2 asks for systems to be monitored. Without an audit log nobody can say who did what.
# custom:
#   severity: high
#   remediation: 'switch audit logging on, and say so with the label `attest.continuu.ms/audit-logging: enabled`'
#   controls:
#     SOC2: ["CC7.2"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production, labels: {attest.continuu.ms/audit-logging: enabled}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production}
package compliance.soc2

import data.attest.lib.kubernetes

deny contains result if {
	input.kind in {"Deployment", "StatefulSet", "DaemonSet"}
	kubernetes.is_production
	object.get(kubernetes.labels, "attest.continuu.ms/audit-logging", "") != "enabled"
	result := {
		"message": sprintf("nothing says that `%s` writes an audit log", [kubernetes.name]),
		"path": kubernetes.existing(["metadata", "labels"]),
	}
}
