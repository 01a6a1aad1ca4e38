# METADATA
# title: Production must be watched
# description: >-
#   SOC 2 asks that systems are monitored for anomalies: production workloads write an audit log, and somebody collects what they measure. Asked only where `required` is true.
# custom:
#   parameters:
#     required: {type: boolean, description: whether the policy asks anything}
package attest.compliance.system_monitoring

import data.attest.lib.classification
import data.attest.lib.kubernetes
import data.attest.parameters["system-monitoring"] as parameters

# METADATA
# title: Production workloads must write an audit log
# description: >-
#   Without an audit log nobody can say who did what, neither after an incident nor to an auditor.
# custom:
#   severity: high
#   remediation: 'switch audit logging on, and say so with the label `attest.continuu.ms/audit-logging: enabled`'
#   controls:
#     SOC2: ["CC7.2"]
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production, labels: {attest.continuu.ms/audit-logging: enabled, attest.continuu.ms/monitoring: enabled}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production, labels: {attest.continuu.ms/monitoring: enabled}}
deny_audit_logging contains result if {
	is_asked
	not classification.is_audited
	result := {
		"message": sprintf("nothing says that `%s` writes an audit log", [kubernetes.name]),
		"path": kubernetes.existing(["metadata", "labels"]),
	}
}

# METADATA
# title: Production workloads must be monitored
# description: >-
#   What nobody watches is noticed by its users when it fails.
# custom:
#   severity: medium
#   remediation: 'let the monitoring collect its metrics, and say so with the label `attest.continuu.ms/monitoring: enabled` or the annotation `prometheus.io/scrape: "true"`'
#   controls:
#     SOC2: ["CC7.2"]
#   examples:
#     parameters: {required: true}
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production, labels: {attest.continuu.ms/audit-logging: enabled, attest.continuu.ms/monitoring: enabled}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, namespace: production, labels: {attest.continuu.ms/audit-logging: enabled}}
deny_monitoring contains result if {
	is_asked
	not classification.is_monitored
	result := {
		"message": sprintf("nothing says that `%s` is monitored", [kubernetes.name]),
		"path": kubernetes.existing(["metadata", "labels"]),
	}
}

is_asked if {
	parameters.required == true
	input.kind in {"Deployment", "StatefulSet", "DaemonSet"}
	kubernetes.is_production
}
