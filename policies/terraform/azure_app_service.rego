# METADATA
# title: Web apps of Azure must be closed
# description: >-
#   What is easy to switch on for debugging stays on.
package attest.terraform.azure_app_service

import data.attest.lib.terraform

apps contains app if {
	some type in [
		"azurerm_app_service",
		"azurerm_function_app",
		"azurerm_linux_function_app",
		"azurerm_linux_web_app",
		"azurerm_windows_function_app",
		"azurerm_windows_web_app",
	]
	some app in terraform.changes_by_type[type]
}

# METADATA
# title: Web apps must redirect to HTTPS
# description: >-
#   Passwords, cookies and pages go in plain text otherwise.
# custom:
#   severity: medium
#   remediation: 'set `https_only = true`'
#   controls:
#     CIS-Azure-2.1: ["9.2"]
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"https_only": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"https_only": false}, "after_unknown": {}}
#       }]}
deny_http contains terraform.finding(app, ["https_only"], "serves plain HTTP") if {
	some app in apps
	terraform.is_off(app, ["https_only"])
}

# METADATA
# title: Web apps must ask for TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses and are forbidden by most standards.
# custom:
#   severity: medium
#   remediation: 'set `minimum_tls_version = "1.2"` in `site_config`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"minimum_tls_version": "1.2"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"minimum_tls_version": "1.0"}]}, "after_unknown": {}}
#       }]}
deny_old_tls contains terraform.finding(app, ["site_config", 0, field], sprintf("takes TLS `%s`", [version])) if {
	some app in apps
	some field in ["minimum_tls_version", "min_tls_version"]
	version := terraform.value(app, ["site_config", 0, field])
	version in {"1.0", "1.1"}
}

# METADATA
# title: Web apps must not be deployed over FTP
# description: >-
#   The password that may replace the program goes in plain text.
# custom:
#   severity: medium
#   remediation: 'set `ftps_state = "Disabled"` or `FtpsOnly`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"ftps_state": "Disabled"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"ftps_state": "AllAllowed"}]}, "after_unknown": {}}
#       }]}
deny_ftp contains terraform.finding(app, ["site_config", 0, "ftps_state"], "can be deployed over FTP in plain text") if {
	some app in apps
	terraform.value(app, ["site_config", 0, "ftps_state"]) == "AllAllowed"
}

# METADATA
# title: Web apps must not be open to debuggers
# description: >-
#   A debugger reads and changes whatever the program holds.
# custom:
#   severity: high
#   remediation: 'set `remote_debugging_enabled = false`'
#   controls:
#     SOC2: ["CC6.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"remote_debugging_enabled": false}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"remote_debugging_enabled": true}]}, "after_unknown": {}}
#       }]}
deny_debugging contains terraform.finding(app, ["site_config", 0, "remote_debugging_enabled"], "lets debuggers in") if {
	some app in apps
	terraform.is_on(app, ["site_config", 0, "remote_debugging_enabled"])
}

# METADATA
# title: Web apps must not answer scripts of every page
# description: >-
#   Any page that a visitor opens may then call the app in his name.
# custom:
#   severity: medium
#   remediation: 'list the origins that may call in `allowed_origins`'
#   controls:
#     SOC2: ["CC6.6"]
#     PCI-DSS-4.0: ["1.3.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"cors": [{"allowed_origins": ["https://shop.example.com"]}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "azurerm_linux_web_app.main", "mode": "managed", "type": "azurerm_linux_web_app", "name": "main",
#         "change": {"actions": ["create"], "after": {"site_config": [{"cors": [{"allowed_origins": ["*"]}]}]}, "after_unknown": {}}
#       }]}
deny_cors contains terraform.finding(app, ["site_config", 0, "cors", 0, "allowed_origins", i], "answers scripts of every page") if {
	some app in apps
	some i, origin in terraform.value(app, ["site_config", 0, "cors", 0, "allowed_origins"])
	origin == "*"
}
