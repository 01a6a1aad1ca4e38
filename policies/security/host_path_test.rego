package attest.security.host_path_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.host_path

test_docker_socket if {
	fixtures.messages(host_path.deny_runtime_socket) == {"volume `v` mounts the socket of the container runtime, `/var/run/docker.sock`"} with input as fixtures.deployment({"volumes": [{"name": "v", "hostPath": {"path": "/var/run/docker.sock"}}]})
}

test_folder_of_the_socket if {
	fixtures.messages(host_path.deny_runtime_socket) == {"volume `v` mounts the socket of the container runtime, `/run/containerd/`"} with input as fixtures.pod({"volumes": [{"name": "v", "hostPath": {"path": "/run/containerd/"}}]})
}

test_file_that_resembles_a_socket if {
	count(host_path.deny_runtime_socket) == 0 with input as fixtures.pod({"volumes": [{"name": "v", "hostPath": {"path": "/data/docker.sock.txt"}}]})
}

test_writable_system_folder if {
	fixtures.messages(host_path.deny_system) == {"volume `v` mounts `/etc/kubernetes` of the node, and a container may write to it"} with input as fixtures.pod({"containers": [fixtures.container({"volumeMounts": [{"name": "v", "mountPath": "/x"}]})], "volumes": [{"name": "v", "hostPath": {"path": "/etc/kubernetes"}}]})
}

test_system_folder_only_read if {
	count(host_path.deny_system) == 0 with input as fixtures.pod({"containers": [fixtures.container({"volumeMounts": [{"name": "v", "mountPath": "/x", "readOnly": true}]})], "volumes": [{"name": "v", "hostPath": {"path": "/proc"}}]})
}

test_name_that_begins_alike if {
	count(host_path.deny_system) == 0 with input as fixtures.pod({"containers": [fixtures.container({"volumeMounts": [{"name": "v", "mountPath": "/x"}]})], "volumes": [{"name": "v", "hostPath": {"path": "/etcetera"}}]})
}

test_system_folder_read if {
	fixtures.messages(host_path.deny_mount) == {"volume `v` mounts `/proc` of the node"} with input as fixtures.cron_job({"containers": [fixtures.container({"volumeMounts": [{"name": "v", "mountPath": "/x", "readOnly": true}]})], "volumes": [{"name": "v", "hostPath": {"path": "/proc"}}]})
}

test_one_finding_for_a_socket if {
	count(host_path.deny_mount) == 0 with input as fixtures.pod({"volumes": [{"name": "v", "hostPath": {"path": "/var/run/docker.sock"}}]})
}

test_other_volumes if {
	count(host_path.deny_mount) == 0 with input as fixtures.pod({"volumes": [{"name": "v", "emptyDir": {}}]})
}

test_allowed_path if {
	count(host_path.deny_mount) == 0 with input as fixtures.pod({"volumes": [{"name": "v", "hostPath": {"path": "/data/a"}}]}) with data.attest.parameters["host-path"] as {"allowed_paths": ["/data"]}
}

test_persistent_volume_of_a_node if {
	fixtures.messages(host_path.deny_persistent_volume) == {"persistent volume `web` stands for `/data` of a node"} with input as fixtures.object_of("v1", "PersistentVolume", {"spec": {"hostPath": {"path": "/data"}}})
}

test_persistent_volume_of_a_driver if {
	count(host_path.deny_persistent_volume) == 0 with input as fixtures.object_of("v1", "PersistentVolume", {"spec": {"csi": {"driver": "d"}}})
}
