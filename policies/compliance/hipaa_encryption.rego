# METADATA
# title: Health data must be encrypted
# description: >-
#   HIPAA asks for electronic protected health information to be encrypted at rest and in transit. Asked of objects that say they handle it, by the label `hipaa.attest.continuu.ms/phi` or a data classification.
# related_resources:
#   - https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C/section-164.312
# custom:
#   parameters:
#     at_rest: {type: string, description: "`required`, or anything else to ask nothing"}
#     in_transit: {type: string, description: "`required`, or anything else to ask nothing"}
#     encrypted_storage_classes: {type: array, items: string, description: storage classes that encrypt}
package attest.compliance.hipaa_encryption

import data.attest.lib.classification
import data.attest.lib.kubernetes
import data.attest.parameters["hipaa-encryption"] as parameters

# METADATA
# title: Health data must be encrypted at rest
# description: >-
#   A disk, a snapshot or a backup that gets lost is a breach that must be reported, unless it is encrypted.
# custom:
#   severity: high
#   remediation: 'use a storage class that `encrypted_storage_classes` lists, or say `hipaa.attest.continuu.ms/encryption-at-rest: enabled` where the volume is encrypted otherwise'
#   controls:
#     HIPAA: ["164.312(a)(2)(iv)"]
#   examples:
#     parameters: {encrypted_storage_classes: [encrypted]}
#     good: |
#       apiVersion: v1
#       kind: PersistentVolumeClaim
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       spec: {storageClassName: encrypted}
#     bad: |
#       apiVersion: v1
#       kind: PersistentVolumeClaim
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       spec: {storageClassName: standard}
deny_at_rest contains result if {
	parameters.at_rest == "required"
	classification.is_health
	not is_said("at-rest")
	some claim in claims
	class := object.get(claim.spec, "storageClassName", "")
	not class in parameters.encrypted_storage_classes
	result := {
		"message": sprintf("nothing says that %s encrypts health data", [described(class)]),
		"path": kubernetes.existing(array.concat(claim.path, ["storageClassName"])),
	}
}

# METADATA
# title: Health data must be encrypted in transit
# description: >-
#   Health data in plain text on a network is disclosed to whoever stands in between.
# custom:
#   severity: high
#   remediation: 'serve it with TLS: `spec.tls` of the Ingress, or port 443 of the Service'
#   controls:
#     HIPAA: ["164.312(e)(1)", "164.312(e)(2)(ii)"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       spec: {ports: [{port: 443}]}
#     bad: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: records, labels: {hipaa.attest.continuu.ms/phi: "true"}}
#       spec: {ports: [{port: 80}]}
deny_in_transit contains result if {
	parameters.in_transit == "required"
	classification.is_health
	not is_said("in-transit")
	some at in plain
	result := {
		"message": sprintf("`%s` serves health data without TLS", [kubernetes.name]),
		"path": at,
	}
}

described("") := "the default storage class"

described(class) := sprintf("the storage class `%s`", [class]) if class != ""

is_said(where) if classification.is_on(classification.said[concat("", ["hipaa.attest.continuu.ms/encryption-", where])])

claims := [{"spec": input.spec, "path": ["spec"]}] if input.kind == "PersistentVolumeClaim"

claims := [{"spec": claim.spec, "path": ["spec", "volumeClaimTemplates", i, "spec"]} | some i, claim in input.spec.volumeClaimTemplates] if {
	input.kind == "StatefulSet"
}

plain contains ["spec", "ports", i, "port"] if {
	some i, port in kubernetes.service.ports
	is_plain(port)
}

plain contains ["spec"] if {
	input.kind == "Ingress"
	count(object.get(input.spec, "tls", [])) == 0
}

is_plain(port) if port.port in {80, 8080}

is_plain(port) if port.appProtocol in {"http", "kubernetes.io/ws"}
