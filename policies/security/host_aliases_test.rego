package attest.security.host_aliases_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.host_aliases

test_aliases if {
	fixtures.messages(host_aliases.warn) == {"the pod rewrites the addresses of names"} with input as fixtures.deployment({"hostAliases": [{"ip": "203.0.113.7", "hostnames": ["db"]}]})
}

test_none if {
	count(host_aliases.warn) == 0 with input as fixtures.pod({})
}
