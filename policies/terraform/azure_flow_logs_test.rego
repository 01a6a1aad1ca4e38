package attest.terraform.azure_flow_logs_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_flow_logs

test_off if {
	fixtures.paths(azure_flow_logs.deny) == {fixtures.at(["enabled"])} with input as fixtures.creates("azurerm_network_watcher_flow_log", {"enabled": false})
}

test_a_month if {
	fixtures.paths(azure_flow_logs.deny) == {fixtures.at(["retention_policy", 0, "days"])} with input as fixtures.creates("azurerm_network_watcher_flow_log", {"enabled": true, "retention_policy": [{"enabled": true, "days": 30}]})
}

test_a_year if {
	count(azure_flow_logs.deny) == 0 with input as fixtures.creates("azurerm_network_watcher_flow_log", {"enabled": true, "retention_policy": [{"enabled": true, "days": 365}]})
}

test_unknown if {
	count(azure_flow_logs.deny) == 0 with input as fixtures.creates_unknown("azurerm_network_watcher_flow_log", {}, {"enabled": true})
}

test_deleted if {
	count(azure_flow_logs.deny) == 0 with input as fixtures.deletes("azurerm_network_watcher_flow_log", {"enabled": false})
}
