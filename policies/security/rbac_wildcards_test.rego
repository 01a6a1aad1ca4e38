package attest.security.rbac_wildcards_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.rbac_wildcards

test_everything_is_one_finding if {
	fixtures.messages(rbac_wildcards.deny_wildcard) == {"cluster role `web` grants all verbs on all resources"} with input as fixtures.cluster_role([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}])
}

test_all_verbs if {
	fixtures.messages(rbac_wildcards.deny_wildcard) == {"role `web` grants all verbs on `pods`"} with input as fixtures.role([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}, {"apiGroups": [""], "resources": ["pods"], "verbs": ["*"]}])
}

test_listed if {
	count(rbac_wildcards.deny_wildcard) == 0 with input as fixtures.role([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list"]}])
}

test_role_of_kubernetes_itself if {
	count(rbac_wildcards.deny_wildcard) == 0 with input as fixtures.object_of("rbac.authorization.k8s.io/v1", "ClusterRole", {"metadata": {"name": "admin", "labels": {"kubernetes.io/bootstrapping": "rbac-defaults"}}, "rules": [{"verbs": ["*"], "resources": ["*"], "apiGroups": ["*"]}]})
}

test_all_verbs_on_custom_resources if {
	fixtures.messages(rbac_wildcards.warn_custom) == {"cluster role `web` grants all verbs on `prometheuses` of `monitoring.coreos.com`"} with input as fixtures.cluster_role([{"apiGroups": ["monitoring.coreos.com"], "resources": ["prometheuses"], "verbs": ["*"]}])
}

test_all_verbs_on_resources_of_kubernetes if {
	count(rbac_wildcards.warn_custom) == 0 with input as fixtures.role([{"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["*"]}])
}

test_all_groups if {
	fixtures.messages(rbac_wildcards.warn_groups) == {"role `web` speaks of all API groups"} with input as fixtures.role([{"apiGroups": ["*"], "resources": ["pods"], "verbs": ["get"]}])
}

test_core_group if {
	count(rbac_wildcards.warn_groups) == 0 with input as fixtures.role([{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}])
}
