package attest.lib.helpers_test

import data.attest.compliance
import data.attest.deployment
import data.attest.lib.fixtures_test as fixtures
import data.attest.security

digest := "sha256:0000000000000000000000000000000000000000000000000000000000000001"

annotated(annotations) := {"resource": {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "annotations": annotations}}}

labelled(labels) := {"resource": {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "labels": labels}}}

test_containers_of_a_pod_and_of_a_controller if {
	every object in [fixtures.pod({}), fixtures.deployment({}), fixtures.cron_job({})] {
		names := {container.name | container := security.get_containers[_]} with input as {"resource": object}
		names == {"a"}
	}
}

test_other_objects_have_no_containers if {
	security.get_containers == [] with input as {"resource": {"kind": "Service", "apiVersion": "v1"}}
}

test_image_that_the_data_attests if {
	image := concat("@", ["r.example.com/a:1", digest])
	security.has_attest_attestation(image) with input as {"resource": fixtures.pod({})} with data.attest.attested_images as [digest]
	not security.has_attest_attestation(image) with input as {"resource": fixtures.pod({})} with data.attest.attested_images as []
}

test_image_that_the_object_attests if {
	image := concat("@", ["r.example.com/a", digest])
	security.has_attest_attestation(image) with input as annotated({"attest.continuu.ms/attested-images": concat(", ", ["sha256:11", digest])})
}

test_image_without_digest_has_no_attestation if {
	not security.has_attest_attestation("r.example.com/a:1") with input as annotated({"attest.continuu.ms/attested-images": ","})
}

test_receipt_is_a_digest if {
	deployment.has_attest_receipt with input as annotated({"attest.continuu.ms/receipt": digest})
	not deployment.has_attest_receipt with input as annotated({"attest.continuu.ms/receipt": "yes"})
	not deployment.has_attest_receipt with input as annotated({})
}

test_production_is_told_by_the_namespace_or_a_label if {
	deployment.is_production_namespace with input as {"resource": {"metadata": {"namespace": "production"}}}
	compliance.is_production_namespace with input as labelled({"environment": "production"})
	not compliance.is_production_namespace with input as labelled({"environment": "test"})
}

test_audit_logging if {
	compliance.has_audit_logging_enabled with input as labelled({"attest.continuu.ms/audit-logging": "enabled"})
	compliance.has_audit_logging_enabled with input as annotated({"attest.continuu.ms/audit-logging": "true"})
	not compliance.has_audit_logging_enabled with input as labelled({"attest.continuu.ms/audit-logging": "disabled"})
}

test_personal_data if {
	compliance.processes_personal_data with input as labelled({"gdpr.attest.continuu.ms/personal-data": "true"})
	compliance.processes_personal_data with input as labelled({"data-classification": "PII"})
	not compliance.processes_personal_data with input as labelled({"data-classification": "public"})
}

test_data_protection_annotations_are_all_needed if {
	all := {
		"gdpr.attest.continuu.ms/lawful-basis": "contract",
		"gdpr.attest.continuu.ms/data-controller": "Example Ltd",
		"gdpr.attest.continuu.ms/retention-period": "P2Y",
	}
	compliance.has_data_protection_annotations with input as annotated(all)
	not compliance.has_data_protection_annotations with input as annotated(object.remove(all, ["gdpr.attest.continuu.ms/lawful-basis"]))
}
