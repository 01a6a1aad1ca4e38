# METADATA
# title: Roles must not let their holders become more than they are
# description: >-
#   Some permissions lead to others: who may bind roles, make tokens or create pods holds in the end whatever can be reached so.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
package attest.security.rbac_escalation

import data.attest.lib.rbac

# METADATA
# title: Roles must not let their holders bind or widen roles
# description: >-
#   `bind` and `escalate` switch off the check that keeps people from granting more than they hold: who has them can become cluster admin.
# custom:
#   severity: high
#   remediation: 'remove the verbs `bind` and `escalate`, or restrict them with `resourceNames` to harmless roles'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.8"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: [get, create]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind, escalate]}
deny_bind contains result if {
	some found in rbac.rules
	not found.named
	count(found.verbs & {"bind", "escalate"}) > 0
	result := {
		"message": sprintf("%s lets its holders grant more than they hold", [rbac.role]),
		"path": array.concat(found.path, ["verbs"]),
	}
}

# METADATA
# title: Roles must not let their holders act as others
# description: >-
#   `impersonate` makes its holder any user, group or service account, members of `system:masters` among them, and the audit log harder to read.
# custom:
#   severity: high
#   remediation: 'remove the verb `impersonate`, or restrict it with `resourceNames`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.8"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [users], resourceNames: [ci@example.com], verbs: [impersonate]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [users, groups], verbs: [impersonate]}
deny_impersonate contains result if {
	some found in rbac.rules
	not found.named
	rbac.grants(found, {"impersonate"}, {"users", "groups", "serviceaccounts", "uids"})
	result := {
		"message": sprintf("%s lets its holders act as others", [rbac.role]),
		"path": array.concat(found.path, ["verbs"]),
	}
}

# METADATA
# title: Roles must not let their holders make tokens of service accounts
# description: >-
#   Who may create `serviceaccounts/token` becomes any service account in reach, with all that it may do.
# custom:
#   severity: high
#   remediation: 'remove `create` on `serviceaccounts/token`, or restrict it with `resourceNames`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.13"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [serviceaccounts], verbs: [get, list]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [serviceaccounts/token], verbs: [create]}
deny_tokens contains result if {
	some found in rbac.rules
	not found.named
	rbac.grants(found, {"create"}, {"serviceaccounts/token"})
	result := {
		"message": sprintf("%s lets its holders make tokens of service accounts", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

# METADATA
# title: Roles must not let their holders approve certificates
# description: >-
#   Who approves certificate signing requests lets new identities into the cluster: a certificate for `system:masters` is one request away where the signer allows it.
# custom:
#   severity: high
#   remediation: 'remove `certificatesigningrequests/approval`, and leave the approval to the controller of the signer'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.11"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests], verbs: [create, get]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [certificates.k8s.io], resources: [certificatesigningrequests/approval], verbs: [update]}
deny_approval contains result if {
	some found in rbac.rules
	rbac.grants(found, {"update", "patch", "approve"}, {"certificatesigningrequests/approval"})
	result := {
		"message": sprintf("%s lets its holders approve certificates", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

# METADATA
# title: Roles must not reach the kubelet through the nodes
# description: >-
#   `nodes/proxy` is the kubelet's own interface, which runs commands in every pod of the node past admission and the audit log; even `get` suffices.
# custom:
#   severity: high
#   remediation: 'remove `nodes/proxy`; for metrics, grant `get` on `nodes/metrics`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.10"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [nodes/metrics], verbs: [get]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [nodes/proxy], verbs: [get]}
deny_kubelet contains result if {
	some found in rbac.rules
	"nodes/proxy" in found.resources
	result := {
		"message": sprintf("%s reaches the kubelets through `nodes/proxy`", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

# METADATA
# title: Roles should not let their holders run commands in pods
# description: >-
#   Who may run commands in a pod has its secrets, its service account and its network, and leaves no trace in any manifest.
# custom:
#   severity: medium
#   remediation: 'remove `create` on `pods/exec` and `pods/attach`, and `patch` on `pods/ephemeralcontainers`'
#   controls:
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [""], resources: [pods, pods/log], verbs: [get, list]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [""], resources: [pods/exec], verbs: [create]}
warn_exec contains result if {
	some found in rbac.rules
	grants_exec(found)
	result := {
		"message": sprintf("%s lets its holders run commands in pods", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

# METADATA
# title: Cluster roles must not read all secrets
# description: >-
#   Who reads the secrets of all namespaces holds the tokens and passwords of everything in the cluster. `list` and `watch` show their contents too.
# custom:
#   severity: high
#   remediation: 'use a Role in the namespaces that need it, and restrict `get` with `resourceNames`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.2"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [secrets], resourceNames: [web-tls], verbs: [get]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [secrets], verbs: [get, list, watch]}
deny_secrets contains result if {
	some found in rbac.rules
	input.kind == "ClusterRole"
	not found.named
	rbac.grants(found, {"get", "list", "watch"}, {"secrets"})
	result := {
		"message": sprintf("%s reads the secrets of every namespace it is bound in", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

# METADATA
# title: Roles should not let their holders create workloads
# description: >-
#   Who creates a pod may mount any secret and use any service account of the namespace, and on a cluster without pod security owns the node.
# custom:
#   severity: low
#   remediation: 'leave the creation of workloads to the pipeline that deploys, and grant `get`, `list` and `watch`'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.4"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [apps], resources: [deployments], verbs: [get, list, watch]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: Role
#       metadata: {name: reader, namespace: shop}
#       rules:
#         - {apiGroups: [""], resources: [pods], verbs: [create]}
warn_pods contains result if {
	some found in rbac.rules
	rbac.grants(found, {"create"}, {"pods", "deployments", "daemonsets", "statefulsets", "replicasets", "replicationcontrollers", "jobs", "cronjobs"})
	result := {
		"message": sprintf("%s lets its holders create workloads", [rbac.role]),
		"path": array.concat(found.path, ["verbs"]),
	}
}

# METADATA
# title: Roles must not let their holders create persistent volumes
# description: >-
#   A persistent volume may stand for any path of a node: who creates one reads and writes the nodes past pod security.
# custom:
#   severity: medium
#   remediation: 'remove `create` on `persistentvolumes`; claims and storage classes make volumes'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.9"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [persistentvolumeclaims], verbs: [create]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [""], resources: [persistentvolumes], verbs: [create]}
deny_volumes contains result if {
	some found in rbac.rules
	rbac.grants(found, {"create"}, {"persistentvolumes"})
	result := {
		"message": sprintf("%s lets its holders create persistent volumes", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

# METADATA
# title: Roles should not change what guards admission
# description: >-
#   Who changes webhook configurations or admission policies reads every object that is written, secrets among them, changes it, or switches the guards off.
# custom:
#   severity: medium
#   remediation: 'restrict `update` and `patch` with `resourceNames`, and leave `create` to the administrators'
#   controls:
#     CIS-Kubernetes-1.9: ["5.1.12"]
#     NSA-CISA-Kubernetes-1.2: ["Role-based access control"]
#     SOC2: ["CC6.3"]
#     PCI-DSS-4.0: ["7.2.1", "7.2.5"]
#   examples:
#     good: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], resourceNames: [web], verbs: [get, update]}
#     bad: |
#       apiVersion: rbac.authorization.k8s.io/v1
#       kind: ClusterRole
#       metadata: {name: reader}
#       rules:
#         - {apiGroups: [admissionregistration.k8s.io], resources: [validatingwebhookconfigurations], verbs: [create, update]}
warn_admission contains result if {
	some found in rbac.rules
	grants_admission(found)
	result := {
		"message": sprintf("%s changes what guards admission", [rbac.role]),
		"path": array.concat(found.path, ["resources"]),
	}
}

grants_exec(found) if rbac.grants(found, {"create", "get"}, {"pods/exec", "pods/attach"})

grants_exec(found) if rbac.grants(found, {"patch", "update"}, {"pods/ephemeralcontainers"})

guards := {"validatingwebhookconfigurations", "mutatingwebhookconfigurations", "validatingadmissionpolicies", "validatingadmissionpolicybindings", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings"}

# Names do not restrict what is created, so only changes of named objects are restrained.
grants_admission(found) if rbac.grants(found, {"create"}, guards)

grants_admission(found) if {
	not found.named
	rbac.grants(found, {"update", "patch", "delete", "deletecollection"}, guards)
}
