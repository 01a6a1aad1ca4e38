# METADATA
# title: Health data should be labelled
# description: >-
#   Rules about health data reach only what is labelled. Names of variables and keys, and numbers in ConfigMaps, tell of data that somebody forgot to label. Asked only where `phi_detection` is `enabled`.
# custom:
#   parameters:
#     phi_detection: {type: string, description: "`enabled`, or anything else to ask nothing"}
package attest.compliance.hipaa_phi_detection

import data.attest.lib.classification
import data.attest.lib.kubernetes
import data.attest.parameters["hipaa-phi-detection"] as parameters

# METADATA
# title: Workloads that seem to handle health data should be labelled
# description: >-
#   A workload whose variables speak of patients or medical records probably handles health data.
# custom:
#   severity: medium
#   remediation: 'add the label `hipaa.attest.continuu.ms/phi: "true"`, or `"false"` where there is none'
#   controls:
#     HIPAA: ["164.312(a)(1)"]
#   examples:
#     parameters: {phi_detection: enabled}
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       spec: {containers: [{name: records, image: "registry.example.com/records:1.4.2", env: [{name: PATIENT_DB, value: records}]}]}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: records}
#       spec: {containers: [{name: records, image: "registry.example.com/records:1.4.2", env: [{name: PATIENT_DB, value: records}]}]}
warn_unlabelled contains result if {
	parameters.phi_detection == "enabled"
	not is_labelled
	some found in kubernetes.containers
	some i, variable in found.container.env
	regex.match(words, variable.name)
	result := {
		"message": sprintf("variable `%s` speaks of health data, and no label does", [variable.name]),
		"path": array.concat(found.path, ["env", i, "name"]),
	}
}

# METADATA
# title: ConfigMaps must not hold health data
# description: >-
#   ConfigMaps are neither encrypted nor kept from those who may only look. Social security numbers and medical record numbers do not belong there.
# custom:
#   severity: high
#   remediation: move the data to a store that encrypts and records access
#   controls:
#     HIPAA: ["164.312(a)(1)", "164.312(a)(2)(iv)"]
#   examples:
#     parameters: {phi_detection: enabled}
#     good: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: records}
#       data: {LOG_LEVEL: info}
#     bad: |
#       apiVersion: v1
#       kind: ConfigMap
#       metadata: {name: records}
#       data: {example.csv: "Doe,078-05-1120"}
deny_config_map contains result if {
	parameters.phi_detection == "enabled"
	input.kind == "ConfigMap"
	some key, value in input.data
	regex.match(`\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b|(?i)\bMRN[:# ]*[0-9]{6,}`, value)
	result := {
		"message": sprintf("`%s` holds what looks like a social security or medical record number", [key]),
		"path": ["data", key],
	}
}

words := `(?i)(^|_)(PHI|EPHI|SSN|MRN|PATIENTS?|MEDICAL|DIAGNOS[EI]S|HL7|FHIR|EHR|EMR|ICD10)(_|$)`

# Labelled with either answer: somebody has thought about it.
is_labelled if classification.is_health

is_labelled if classification.said["hipaa.attest.continuu.ms/phi"]
