package attest.security.control_plane_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.control_plane

test_everything_allowed if {
	fixtures.messages(control_plane.deny_authorization) == {"the API server allows everyone everything"} with input as fixtures.pod_with({"command": ["kube-apiserver", "--authorization-mode=RBAC,AlwaysAllow"]})
}

test_roles if {
	count(control_plane.deny_authorization) == 0 with input as fixtures.pod_with({"command": ["kube-apiserver", "--authorization-mode=Node,RBAC"]})
}

test_another_program if {
	count(control_plane.deny_authorization) == 0 with input as fixtures.pod_with({"command": ["other", "--authorization-mode=AlwaysAllow"]})
}

test_tokens if {
	fixtures.messages(control_plane.deny_token_file) == {"the API server knows users by a file of tokens"} with input as fixtures.deployment_with({"command": ["/usr/bin/kube-apiserver"], "args": ["--token-auth-file=/t.csv"]})
}

test_certificates if {
	count(control_plane.deny_token_file) == 0 with input as fixtures.pod_with({"command": ["kube-apiserver", "--client-ca-file=/ca.crt"]})
}

test_everything_admitted if {
	fixtures.messages(control_plane.deny_admission) == {"the API server admits everything"} with input as fixtures.pod_with({"command": ["kube-apiserver", "--enable-admission-plugins=NodeRestriction,AlwaysAdmit"]})
}

test_plugins if {
	count(control_plane.deny_admission) == 0 with input as fixtures.pod_with({"command": ["kube-apiserver", "--enable-admission-plugins=NodeRestriction"]})
}

test_anonymous if {
	fixtures.messages(control_plane.warn_anonymous) == {"the API server answers anonymous requests"} with input as fixtures.pod_with({"command": ["kube-apiserver", "--anonymous-auth=true"]})
}

test_known if {
	count(control_plane.warn_anonymous) == 0 with input as fixtures.pod_with({"command": ["kube-apiserver", "--anonymous-auth=false"]})
}

test_no_audit_log if {
	fixtures.messages(control_plane.deny_audit_log) == {"the API server writes no audit log"} with input as fixtures.pod_with({"command": ["kube-apiserver", "--v=2"]})
}

test_audit_log if {
	count(control_plane.deny_audit_log) == 0 with input as fixtures.pod_with({"command": ["kube-apiserver", "--audit-log-path=-"]})
}

test_no_api_server if {
	count(control_plane.deny_audit_log) == 0 with input as fixtures.pod_with({"command": ["etcd"]})
}
