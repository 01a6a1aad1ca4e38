package attest.security.rbac_escalation_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.rbac_escalation

test_bind_and_escalate if {
	fixtures.messages(rbac_escalation.deny_bind) == {"cluster role `web` lets its holders grant more than they hold"} with input as fixtures.cluster_role([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["clusterroles"], "verbs": ["bind", "escalate"]}])
}

test_bind_of_named_roles if {
	count(rbac_escalation.deny_bind) == 0 with input as fixtures.role([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"], "resourceNames": ["view"], "verbs": ["bind"]}])
}

test_any_user if {
	fixtures.messages(rbac_escalation.deny_impersonate) == {"cluster role `web` lets its holders act as others"} with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"]}])
}

test_named_user if {
	count(rbac_escalation.deny_impersonate) == 0 with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["users"], "resourceNames": ["ci"], "verbs": ["impersonate"]}])
}

test_tokens if {
	fixtures.messages(rbac_escalation.deny_tokens) == {"role `web` lets its holders make tokens of service accounts"} with input as fixtures.role([{"apiGroups": [""], "resources": ["serviceaccounts/token"], "verbs": ["create"]}])
}

test_accounts if {
	count(rbac_escalation.deny_tokens) == 0 with input as fixtures.role([{"apiGroups": [""], "resources": ["serviceaccounts"], "verbs": ["create"]}])
}

test_approval if {
	fixtures.messages(rbac_escalation.deny_approval) == {"cluster role `web` lets its holders approve certificates"} with input as fixtures.cluster_role([{"apiGroups": ["certificates.k8s.io"], "resources": ["certificatesigningrequests/approval"], "verbs": ["update"]}])
}

test_requests if {
	count(rbac_escalation.deny_approval) == 0 with input as fixtures.cluster_role([{"apiGroups": ["certificates.k8s.io"], "resources": ["certificatesigningrequests"], "verbs": ["create"]}])
}

test_nodes_by_proxy if {
	fixtures.messages(rbac_escalation.deny_kubelet) == {"cluster role `web` reaches the kubelets through `nodes/proxy`"} with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["nodes", "nodes/proxy"], "verbs": ["get"]}])
}

test_metrics_of_nodes if {
	count(rbac_escalation.deny_kubelet) == 0 with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["nodes/metrics"], "verbs": ["get"]}])
}

test_commands_in_pods if {
	fixtures.messages(rbac_escalation.warn_exec) == {"role `web` lets its holders run commands in pods"} with input as fixtures.role([{"apiGroups": [""], "resources": ["pods/exec"], "verbs": ["create"]}])
}

test_ephemeral_containers if {
	fixtures.messages(rbac_escalation.warn_exec) == {"role `web` lets its holders run commands in pods"} with input as fixtures.role([{"apiGroups": [""], "resources": ["pods/ephemeralcontainers"], "verbs": ["patch"]}])
}

test_logs_of_pods if {
	count(rbac_escalation.warn_exec) == 0 with input as fixtures.role([{"apiGroups": [""], "resources": ["pods/log"], "verbs": ["get"]}])
}

test_secrets_of_all_namespaces if {
	fixtures.messages(rbac_escalation.deny_secrets) == {"cluster role `web` reads the secrets of every namespace it is bound in"} with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["configmaps", "secrets"], "verbs": ["list"]}])
}

test_secrets_of_one_namespace if {
	count(rbac_escalation.deny_secrets) == 0 with input as fixtures.role([{"apiGroups": [""], "resources": ["secrets"], "verbs": ["list"]}])
}

test_named_secret if {
	count(rbac_escalation.deny_secrets) == 0 with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["secrets"], "resourceNames": ["a"], "verbs": ["get"]}])
}

test_creates_pods if {
	fixtures.messages(rbac_escalation.warn_pods) == {"role `web` lets its holders create workloads"} with input as fixtures.role([{"apiGroups": [""], "resources": ["pods"], "verbs": ["create"]}])
}

test_reads_pods if {
	count(rbac_escalation.warn_pods) == 0 with input as fixtures.role([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list", "watch", "delete"]}])
}

test_creates_volumes if {
	fixtures.messages(rbac_escalation.deny_volumes) == {"cluster role `web` lets its holders create persistent volumes"} with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["persistentvolumes"], "verbs": ["create"]}])
}

test_claims_volumes if {
	count(rbac_escalation.deny_volumes) == 0 with input as fixtures.cluster_role([{"apiGroups": [""], "resources": ["persistentvolumeclaims"], "verbs": ["create"]}])
}

test_changes_webhooks if {
	fixtures.messages(rbac_escalation.warn_admission) == {"cluster role `web` changes what guards admission"} with input as fixtures.cluster_role([{"apiGroups": ["admissionregistration.k8s.io"], "resources": ["validatingwebhookconfigurations"], "verbs": ["get", "update"]}])
}

test_names_do_not_restrict_creation if {
	fixtures.messages(rbac_escalation.warn_admission) == {"cluster role `web` changes what guards admission"} with input as fixtures.cluster_role([{"apiGroups": ["admissionregistration.k8s.io"], "resources": ["mutatingwebhookconfigurations"], "resourceNames": ["a"], "verbs": ["create"]}])
}

test_changes_its_own_webhook if {
	count(rbac_escalation.warn_admission) == 0 with input as fixtures.cluster_role([{"apiGroups": ["admissionregistration.k8s.io"], "resources": ["validatingwebhookconfigurations"], "resourceNames": ["a"], "verbs": ["update"]}])
}
