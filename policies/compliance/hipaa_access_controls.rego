# METADATA
# title: Health data must be reached by few, and each access recorded
# description: >-
#   HIPAA asks for access to the minimum that is necessary and for a record of it. Asked of objects that say they handle health data.
# related_resources:
#   - https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C/section-164.312
# custom:
#   parameters:
#     minimum_necessary: {type: boolean, description: whether access must be restricted to what is necessary}
#     audit_logging: {type: string, description: "`required`, or anything else to ask nothing"}
package attest.compliance.hipaa_access_controls

import data.attest.lib.classification
import data.attest.lib.kubernetes
import data.attest.lib.rbac
import data.attest.parameters["hipaa-access-controls"] as parameters

# METADATA
# title: Workloads with health data must have an identity of their own
# description: >-
#   What a workload with health data may reach is granted to it alone, and what it does can be told from what others do.
# custom:
#   severity: high
#   remediation: set `serviceAccountName` to an account of this workload
#   controls:
#     HIPAA: ["164.312(a)(1)", "164.502(b)"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true", attest.continuu.ms/audit-logging: enabled}}
#       spec: {serviceAccountName: records, containers: [{name: records, image: "registry.example.com/records:1.4.2"}]}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true", attest.continuu.ms/audit-logging: enabled}}
#       spec: {containers: [{name: records, image: "registry.example.com/records:1.4.2"}]}
deny_identity contains result if {
	parameters.minimum_necessary == true
	classification.is_health
	kubernetes.pod_spec
	object.get(kubernetes.pod_spec, "serviceAccountName", "default") in {"", "default"}
	result := {
		"message": sprintf("`%s` handles health data and has no identity of its own", [kubernetes.name]),
		"path": kubernetes.existing(array.concat(kubernetes.pod_path, ["serviceAccountName"])),
	}
}

# METADATA
# title: Roles over health data must grant the minimum necessary
# description: >-
#   A role over health data that reads every secret or object in its namespace grants more than is necessary.
# custom:
#   severity: high
#   remediation: 'list the verbs and resources, and restrict `secrets` and `configmaps` with `resourceNames`'
#   controls:
#     HIPAA: ["164.312(a)(1)", "164.502(b)"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       rules: [{apiGroups: [""], resources: [secrets], resourceNames: [records], verbs: [get]}]
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
deny_roles contains result if {
	parameters.minimum_necessary == true
	classification.is_health
	some found in rbac.rules
	not found.named
	count(found.resources & {"secrets", "configmaps", "pods/exec"}) > 0
	result := {
		"message": sprintf("%s grants more than the minimum necessary for health data", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

# METADATA
# title: Workloads with health data must write an audit log
# description: >-
#   HIPAA asks for mechanisms that record and examine activity in systems that hold health data.
# custom:
#   severity: high
#   remediation: 'switch audit logging on, and say so with the label `attest.continuu.ms/audit-logging: enabled`'
#   controls:
#     HIPAA: ["164.312(b)"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true", attest.continuu.ms/audit-logging: enabled}}
#       spec: {serviceAccountName: records, containers: [{name: records, image: "registry.example.com/records:1.4.2"}]}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       spec: {serviceAccountName: records, containers: [{name: records, image: "registry.example.com/records:1.4.2"}]}
deny_audit_logging contains result if {
	parameters.audit_logging == "required"
	classification.is_health
	kubernetes.pod_spec
	not classification.is_audited
	result := {
		"message": sprintf("nothing says that `%s`, which handles health data, writes an audit log", [kubernetes.name]),
		"path": kubernetes.existing(["metadata", "labels"]),
	}
}
