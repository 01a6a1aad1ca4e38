package attest.lib.kubernetes_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.lib.kubernetes

parts(text) := [image.registry, image.repository, image.tag, image.digest] if image := kubernetes.parse_image(text)

test_short_name if parts("nginx") == ["docker.io", "library/nginx", "", ""]

test_name_on_docker_hub if parts("grafana/grafana:11.2.0") == ["docker.io", "grafana/grafana", "11.2.0", ""]

test_other_name_of_docker_hub if parts("index.docker.io/nginx:1") == ["docker.io", "library/nginx", "1", ""]

test_registry_with_port if parts("registry.example.com:5000/a/b/c:1@sha256:00") == ["registry.example.com:5000", "a/b/c", "1", "sha256:00"]

test_registry_with_port_and_no_tag if parts("localhost:5000/a") == ["localhost:5000", "a", "", ""]

test_place_ends_at_a_slash if {
	image := kubernetes.parse_image("gcr.io.evil.example/a:1")
	not kubernetes.comes_from(image, "gcr.io")
	kubernetes.comes_from(kubernetes.parse_image("gcr.io/team/a:1"), "gcr.io/team/")
}

test_containers_of_each_kind if {
	kubernetes.containers[0].path == ["spec", "jobTemplate", "spec", "template", "spec", "containers", 0] with input as fixtures.cron_job({})
}

test_other_objects_have_no_containers if {
	kubernetes.containers == [] with input as {"kind": "Job", "apiVersion": "batch.volcano.sh/v1alpha1", "spec": {"tasks": []}}
}

test_setting_of_the_pod_unless_the_container_has_one if {
	object := fixtures.pod({"securityContext": {"runAsUser": 0}, "containers": [{"name": "a"}, {"name": "b", "securityContext": {"runAsUser": 7}}]})
	users := [kubernetes.setting(found, "runAsUser") | some found in kubernetes.containers] with input as object
	users == [0, 7]
}

test_path_is_cut_to_what_there_is if {
	kubernetes.existing(["spec", "containers", 0, "securityContext", "privileged"]) == ["spec", "containers", 0] with input as fixtures.pod({})
}

test_production_by_namespace_and_by_label if {
	kubernetes.is_production with input as {"kind": "Service", "metadata": {"namespace": "production"}}
	kubernetes.is_production with input as {"kind": "Service", "metadata": {"labels": {"environment": "Production"}}}
	not kubernetes.is_production with input as {"kind": "Service", "metadata": {"namespace": "staging"}}
}
