# METADATA
# title: Words for compliance policies
# description: >-
#   What policies of the package `attest.compliance` may say of the object in `input.resource`. Audit logging is told by
#   the label or annotation `attest.continuu.ms/audit-logging: enabled`; personal data by the label
#   `gdpr.attest.continuu.ms/personal-data: "true"` or by a `data-classification` that the parameters `data-classes` list;
#   the annotations that personal data needs stand in the parameters `gdpr-data-protection`.
package attest.compliance

import data.attest.lib.classification
import data.attest.lib.kubernetes
import data.attest.parameters["gdpr-data-protection"] as parameters

is_production_namespace if kubernetes.is_production with input as input.resource

has_audit_logging_enabled if classification.is_audited with input as input.resource

processes_personal_data if classification.is_personal with input as input.resource

has_data_protection_annotations if {
	annotations := kubernetes.annotations with input as input.resource
	every name in parameters.required_annotations {
		trim_space(annotations[name]) != ""
	}
}
