package attest.security.rbac_wildcards_test

import data.attest.security.rbac_wildcards

test_all_verbs if {
	messages := {result.message | some result in rbac_wildcards.deny} with input as {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": {"name": "r"}, "rules": [{"verbs": ["get"], "resources": ["pods"]}, {"verbs": ["*"], "resources": ["pods"]}]}
	messages == {"clusterrole `r` grants all verbs"}
}

test_listed_verbs if {
	count(rbac_wildcards.deny) == 0 with input as {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": "r"}, "rules": [{"verbs": ["get", "list"], "resources": ["pods"]}]}
}
