# METADATA
# title: Workloads must not open back doors
# description: >-
#   Some programs give whoever reaches them the rights they hold themselves.
package attest.security.risky_software

import data.attest.lib.kubernetes

# METADATA
# title: Tiller must not run
# description: >-
#   Tiller, the server of Helm 2, takes orders without asking for a password and mostly holds cluster-admin. Helm 2 has had no fixes since November 2020.
# related_resources:
#   - https://helm.sh/docs/topics/v2_v3_migration/
# custom:
#   severity: critical
#   remediation: move to Helm 3, and remove Tiller
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.4", "2.2.5"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: tiller, image: "ghcr.io/helm/tiller:v2.17.0"}]
deny_tiller contains result if {
	some image in kubernetes.images
	regex.match(`(^|/)tiller$`, image.repository)
	result := {
		"message": sprintf("container `%s` is Tiller", [image.name]),
		"path": image.path,
	}
}

# METADATA
# title: Containers should not run an SSH server
# description: >-
#   An SSH server in a container is a second door with passwords and keys of its own, past the API server's authentication and audit log.
# custom:
#   severity: medium
#   remediation: remove the server, and use `kubectl exec` or `kubectl debug`
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.4"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{containerPort: 8080}]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: web, image: "registry.example.com/web:1.4.2", ports: [{containerPort: 22}]}]
warn_ssh contains result if {
	some found in kubernetes.containers
	some i, port in found.container.ports
	port.containerPort == 22
	result := {
		"message": sprintf("container `%s` listens for SSH", [found.name]),
		"path": array.concat(found.path, ["ports", i, "containerPort"]),
	}
}

# METADATA
# title: Dashboards must ask who is there
# description: >-
#   A Kubernetes dashboard that lets users skip the login, or takes logins over plain HTTP, hands its service account's rights to whoever finds it.
# custom:
#   severity: high
#   remediation: 'remove `--enable-skip-login`, `--disable-skip=false`, `--enable-insecure-login` and `--insecure-port`'
#   controls:
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["2.2.6"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: dashboard, image: "docker.io/kubernetesui/dashboard:v2.7.0", args: [--auto-generate-certificates]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: dashboard, image: "docker.io/kubernetesui/dashboard:v2.7.0", args: [--enable-skip-login]}]
deny_dashboard contains result if {
	some found in kubernetes.words
	regex.match(`^--(enable-skip-login|disable-skip=false|enable-insecure-login)(=true)?$`, found.word)
	result := {
		"message": sprintf("container `%s` lets users past the login: `%s`", [found.name, found.word]),
		"path": found.path,
	}
}

# METADATA
# title: Docker must not listen without TLS
# description: >-
#   Port 2375 is Docker's interface without encryption and without a password: whoever reaches it is root where it runs.
# related_resources:
#   - https://docs.docker.com/engine/security/protect-access/
# custom:
#   severity: high
#   remediation: use a rootless builder, or port 2376 with client certificates
#   controls:
#     SOC2: ["CC6.1", "CC6.6"]
#     PCI-DSS-4.0: ["2.2.5"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: build, image: "registry.example.com/build:1.4.2", args: ["--host=tcp://localhost:2376"]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: build, image: "registry.example.com/build:1.4.2", args: ["--host=tcp://0.0.0.0:2375"]}]
deny_docker contains result if {
	some found in kubernetes.words
	regex.match(`tcp://[^ ]*:2375\b`, found.word)
	result := {
		"message": sprintf("container `%s` uses Docker without TLS", [found.name]),
		"path": found.path,
	}
}

deny_docker contains result if {
	some found in kubernetes.variables
	regex.match(`^tcp://[^ ]*:2375$`, found.value)
	result := {
		"message": sprintf("container `%s` uses Docker without TLS", [found.name]),
		"path": found.path,
	}
}
