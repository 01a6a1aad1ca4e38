package attest.terraform.azure_app_service_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.azure_app_service

test_plain_http if {
	fixtures.paths(azure_app_service.deny_http) == {fixtures.at(["https_only"])} with input as fixtures.creates("azurerm_linux_web_app", {"https_only": false})
}

test_https if {
	count(azure_app_service.deny_http) == 0 with input as fixtures.creates("azurerm_linux_web_app", {"https_only": true})
}

test_http_unknown if {
	count(azure_app_service.deny_http) == 0 with input as fixtures.creates_unknown("azurerm_linux_web_app", {}, {"https_only": true})
}

test_http_deleted if {
	count(azure_app_service.deny_http) == 0 with input as fixtures.deletes("azurerm_linux_web_app", {"https_only": false})
}

test_old_tls if {
	fixtures.paths(azure_app_service.deny_old_tls) == {fixtures.at(["site_config", 0, "minimum_tls_version"])} with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"minimum_tls_version": "1.0"}]})
}

test_modern_tls if {
	count(azure_app_service.deny_old_tls) == 0 with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"minimum_tls_version": "1.2"}]})
}

test_old_tls_unknown if {
	count(azure_app_service.deny_old_tls) == 0 with input as fixtures.creates_unknown("azurerm_linux_web_app", {"site_config": [{}]}, {"site_config": [{"minimum_tls_version": true}]})
}

test_old_tls_deleted if {
	count(azure_app_service.deny_old_tls) == 0 with input as fixtures.deletes("azurerm_linux_web_app", {"site_config": [{"minimum_tls_version": "1.0"}]})
}

test_plain_ftp if {
	fixtures.paths(azure_app_service.deny_ftp) == {fixtures.at(["site_config", 0, "ftps_state"])} with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"ftps_state": "AllAllowed"}]})
}

test_no_ftp if {
	count(azure_app_service.deny_ftp) == 0 with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"ftps_state": "Disabled"}]})
}

test_ftp_unknown if {
	count(azure_app_service.deny_ftp) == 0 with input as fixtures.creates_unknown("azurerm_linux_web_app", {"site_config": [{}]}, {"site_config": [{"ftps_state": true}]})
}

test_ftp_deleted if {
	count(azure_app_service.deny_ftp) == 0 with input as fixtures.deletes("azurerm_linux_web_app", {"site_config": [{"ftps_state": "AllAllowed"}]})
}

test_debugging if {
	fixtures.paths(azure_app_service.deny_debugging) == {fixtures.at(["site_config", 0, "remote_debugging_enabled"])} with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"remote_debugging_enabled": true}]})
}

test_no_debugging if {
	count(azure_app_service.deny_debugging) == 0 with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"remote_debugging_enabled": false}]})
}

test_debugging_unknown if {
	count(azure_app_service.deny_debugging) == 0 with input as fixtures.creates_unknown("azurerm_linux_web_app", {"site_config": [{}]}, {"site_config": [{"remote_debugging_enabled": true}]})
}

test_debugging_deleted if {
	count(azure_app_service.deny_debugging) == 0 with input as fixtures.deletes("azurerm_linux_web_app", {"site_config": [{"remote_debugging_enabled": true}]})
}

test_every_origin if {
	fixtures.paths(azure_app_service.deny_cors) == {fixtures.at(["site_config", 0, "cors", 0, "allowed_origins", 0])} with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"cors": [{"allowed_origins": ["*"]}]}]})
}

test_one_origin if {
	count(azure_app_service.deny_cors) == 0 with input as fixtures.creates("azurerm_linux_web_app", {"site_config": [{"cors": [{"allowed_origins": ["https://shop.example.com"]}]}]})
}

test_cors_unknown if {
	count(azure_app_service.deny_cors) == 0 with input as fixtures.creates_unknown("azurerm_linux_web_app", {"site_config": [{}]}, {"site_config": [{"cors": true}]})
}

test_cors_deleted if {
	count(azure_app_service.deny_cors) == 0 with input as fixtures.deletes("azurerm_linux_web_app", {"site_config": [{"cors": [{"allowed_origins": ["*"]}]}]})
}
