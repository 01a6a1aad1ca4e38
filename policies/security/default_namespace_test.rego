package attest.security.default_namespace_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.default_namespace

test_default if {
	fixtures.messages(default_namespace.warn_default) == {"the workload stands in the namespace `default`"} with input as object.union(fixtures.deployment({}), {"metadata": {"name": "web", "namespace": "default"}})
}

test_own_namespace if {
	count(default_namespace.warn_default) == 0 with input as fixtures.deployment({})
}

test_nothing_said if {
	count(default_namespace.warn_default) == 0 with input as fixtures.pod({})
}

test_public if {
	fixtures.messages(default_namespace.deny_public) == {"`kube-public` is for the system alone"} with input as fixtures.object_of("v1", "ConfigMap", {"metadata": {"name": "a", "namespace": "kube-public"}})
}

test_what_stands_there_anyway if {
	count(default_namespace.deny_public) == 0 with input as fixtures.object_of("v1", "ConfigMap", {"metadata": {"name": "cluster-info", "namespace": "kube-public"}})
}
