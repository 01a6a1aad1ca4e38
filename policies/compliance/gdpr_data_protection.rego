# METADATA
# title: Personal data must be accounted for
# description: >-
#   The GDPR asks on what basis, for whom and for how long personal data is processed. Asked of workloads that say they process it, by the label `gdpr.attest.continuu.ms/personal-data` or a data classification.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2016/679/oj
# custom:
#   parameters:
#     require_annotations: {type: boolean, description: whether the annotations are required}
#     required_annotations: {type: array, items: string, description: the annotations that are required}
package attest.compliance.gdpr_data_protection

import data.attest.lib.classification
import data.attest.lib.kubernetes
import data.attest.parameters["gdpr-data-protection"] as parameters

# METADATA
# title: Workloads with personal data must carry data protection annotations
# description: >-
#   The record of processing needs the lawful basis, the controller and the retention period of each processing.
# custom:
#   severity: high
#   remediation: add the annotations that the finding names
#   controls:
#     GDPR: ["Art. 6", "Art. 30"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata:
#         name: web
#         labels: {gdpr.attest.continuu.ms/personal-data: "true"}
#         annotations: {gdpr.attest.continuu.ms/lawful-basis: contract, gdpr.attest.continuu.ms/data-controller: Example Ltd, gdpr.attest.continuu.ms/retention-period: P2Y}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, labels: {gdpr.attest.continuu.ms/personal-data: "true"}}
deny_annotations contains result if {
	parameters.require_annotations == true
	is_processing
	missing := [name | some name in parameters.required_annotations; trim_space(object.get(kubernetes.annotations, name, "")) == ""]
	count(missing) > 0
	result := {
		"message": sprintf("`%s` processes personal data and has no annotation %s", [kubernetes.name, kubernetes.quoted(missing)]),
		"path": kubernetes.existing(["metadata", "annotations"]),
	}
}

# METADATA
# title: Lawful bases must be those of the GDPR
# description: >-
#   Article 6 knows six bases for processing: consent, contract, legal obligation, vital interests, public task and legitimate interests.
# custom:
#   severity: medium
#   remediation: 'write one of `consent`, `contract`, `legal-obligation`, `vital-interests`, `public-task` and `legitimate-interests`'
#   controls:
#     GDPR: ["Art. 6"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, annotations: {gdpr.attest.continuu.ms/lawful-basis: consent}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, annotations: {gdpr.attest.continuu.ms/lawful-basis: because}}
deny_lawful_basis contains result if {
	basis := kubernetes.own_annotations["gdpr.attest.continuu.ms/lawful-basis"]
	some word in split(basis, ",")
	not replace(replace(lower(trim_space(word)), "_", "-"), " ", "-") in bases
	result := {
		"message": sprintf("`%s` is no lawful basis", [trim_space(word)]),
		"path": ["metadata", "annotations", "gdpr.attest.continuu.ms/lawful-basis"],
	}
}

# METADATA
# title: Retention periods must be periods
# description: >-
#   Data is kept no longer than needed; what is no period cannot be held to, by people or by machines.
# custom:
#   severity: medium
#   remediation: 'write a duration such as `P2Y`, `P90D` or `90d`'
#   controls:
#     GDPR: ["Art. 5"]
#   examples:
#     good: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, annotations: {gdpr.attest.continuu.ms/retention-period: P2Y}}
#     bad: |
#       apiVersion: apps/v1
#       kind: Deployment
#       metadata: {name: web, annotations: {gdpr.attest.continuu.ms/retention-period: forever}}
deny_retention contains result if {
	period := kubernetes.own_annotations["gdpr.attest.continuu.ms/retention-period"]
	not regex.match(`^(P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T[0-9]+[HMS].*)?|[0-9]+ ?(d|w|m|y|h|days?|weeks?|months?|years?))$`, period)
	result := {
		"message": sprintf("`%v` is no period", [period]),
		"path": ["metadata", "annotations", "gdpr.attest.continuu.ms/retention-period"],
	}
}

bases := {"consent", "contract", "legal-obligation", "vital-interests", "public-task", "public-interest", "legitimate-interests", "legitimate-interest"}

is_processing if {
	input.kind in {"Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "Pod"}
	classification.is_personal
}
