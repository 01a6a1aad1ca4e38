# METADATA
# title: Words for deployment policies
# description: >-
#   What policies of the package `attest.deployment` may say of the object in `input.resource`. A receipt is the
#   annotation `attest.continuu.ms/receipt`: `sha256:` and 64 hexadecimal digits. The parameters `production`
#   say which namespaces, and which values of which labels, stand for production.
package attest.deployment

import data.attest.lib.attestation
import data.attest.lib.kubernetes

has_attest_receipt if {
	annotations := kubernetes.own_annotations with input as input.resource
	attestation.has_receipt(annotations)
}

is_production_namespace if kubernetes.is_production with input as input.resource
