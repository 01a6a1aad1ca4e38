package attest.security.secrets_in_config_maps_test

import data.attest.lib.fixtures_test as fixtures
import data.attest.security.secrets_in_config_maps

test_password if {
	fixtures.messages(secrets_in_config_maps.deny) == {"`db.password` is a secret"} with input as fixtures.object_of("v1", "ConfigMap", {"data": {"db.password": "hunter2", "LOG_LEVEL": "info"}})
}

test_private_key_in_a_file if {
	fixtures.messages(secrets_in_config_maps.deny) == {"`web.pem` is a private key"} with input as fixtures.object_of("v1", "ConfigMap", {"data": {"web.pem": "-----BEGIN RSA PRIVATE KEY-----\nMIIE"}})
}

test_settings if {
	count(secrets_in_config_maps.deny) == 0 with input as fixtures.object_of("v1", "ConfigMap", {"data": {"LOG_LEVEL": "info", "token_ttl": "3600", "PASSWORD": "$(OTHER)"}})
}
