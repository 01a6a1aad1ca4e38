# METADATA
# title: The API server must ask who is there and what they may do
# description: >-
#   Whoever the API server lets in without asking has the cluster. Static pods and manifests of control planes show how it is started.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
package attest.security.control_plane

import data.attest.lib.kubernetes

# METADATA
# title: The API server must authorize requests
# description: >-
#   With the mode `AlwaysAllow` everyone may do everything.
# custom:
#   severity: critical
#   remediation: 'set `--authorization-mode=Node,RBAC`'
#   controls:
#     CIS-Kubernetes-1.9: ["1.2.6"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.1"]
#     PCI-DSS-4.0: ["7.2.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, "--authorization-mode=Node,RBAC", --audit-log-path=/var/log/audit.log]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --authorization-mode=AlwaysAllow]}]
deny_authorization contains result if {
	some flag in flags
	flag.name == "--authorization-mode"
	"AlwaysAllow" in split(flag.value, ",")
	result := {
		"message": "the API server allows everyone everything",
		"path": flag.path,
	}
}

# METADATA
# title: The API server must not know users by a file of tokens
# description: >-
#   Tokens of a `--token-auth-file` never expire, stand in plain text, and change only when the server is restarted.
# custom:
#   severity: high
#   remediation: 'remove `--token-auth-file`, and use certificates, OIDC or service accounts'
#   controls:
#     CIS-Kubernetes-1.9: ["1.2.2"]
#     NSA-CISA-Kubernetes-1.2: ["Authentication"]
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --client-ca-file=/etc/kubernetes/pki/ca.crt]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --token-auth-file=/etc/kubernetes/tokens.csv]}]
deny_token_file contains result if {
	some flag in flags
	flag.name == "--token-auth-file"
	result := {
		"message": "the API server knows users by a file of tokens",
		"path": flag.path,
	}
}

# METADATA
# title: The API server must not admit everything
# description: >-
#   The admission plugin `AlwaysAdmit` lets every object pass.
# custom:
#   severity: high
#   remediation: 'remove `AlwaysAdmit` from `--enable-admission-plugins`'
#   controls:
#     CIS-Kubernetes-1.9: ["1.2.10"]
#     SOC2: ["CC6.8"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --enable-admission-plugins=NodeRestriction]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --enable-admission-plugins=AlwaysAdmit]}]
deny_admission contains result if {
	some flag in flags
	flag.name == "--enable-admission-plugins"
	"AlwaysAdmit" in split(flag.value, ",")
	result := {
		"message": "the API server admits everything",
		"path": flag.path,
	}
}

# METADATA
# title: The API server should answer nobody whom it does not know
# description: >-
#   Anonymous requests are for health checks at most; the permission to make them is one binding away from the permission to do harm.
# custom:
#   severity: low
#   remediation: 'set `--anonymous-auth=false`, or allow the health endpoints alone in an AuthenticationConfiguration'
#   controls:
#     CIS-Kubernetes-1.9: ["1.2.1"]
#     NSA-CISA-Kubernetes-1.2: ["Authentication"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --anonymous-auth=false]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --anonymous-auth=true]}]
warn_anonymous contains result if {
	some flag in flags
	flag.name == "--anonymous-auth"
	flag.value == "true"
	result := {
		"message": "the API server answers anonymous requests",
		"path": flag.path,
	}
}

# METADATA
# title: The API server must write an audit log
# description: >-
#   The audit log is the one record of who did what in the cluster.
# custom:
#   severity: medium
#   remediation: 'set `--audit-log-path` or a webhook, and `--audit-policy-file`'
#   controls:
#     CIS-Kubernetes-1.9: ["1.2.16"]
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --audit-log-path=/var/log/audit.log]}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: kube-apiserver, image: "registry.k8s.io/kube-apiserver:v1.34.2", command: [kube-apiserver, --secure-port=6443]}]
deny_audit_log contains result if {
	some server in servers
	count([flag | some flag in flags; flag.name in {"--audit-log-path", "--audit-webhook-config-file"}]) == 0
	result := {
		"message": "the API server writes no audit log",
		"path": server.path,
	}
}

servers := [word |
	some word in kubernetes.words
	regex.match(`(^|/)kube-apiserver$`, word.word)
]

flags := [flag |
	some server in servers
	some word in kubernetes.words
	word.name == server.name
	startswith(word.word, "--")
	parts := split(word.word, "=")
	flag := {"name": parts[0], "value": concat("=", array.slice(parts, 1, count(parts))), "path": word.path}
]
