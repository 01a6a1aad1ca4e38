# METADATA
# title: Services should keep logs
# description: >-
#   What is not logged cannot be investigated.
package attest.terraform.service_logs

import data.attest.lib.terraform

# METADATA
# title: Load balancers should keep an access log
# description: >-
#   Who asked for what, when and from where is the first question after an attack.
# custom:
#   severity: low
#   remediation: 'set `enabled = true` in `access_logs`, and name a bucket'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb.main", "mode": "managed", "type": "aws_lb", "name": "main",
#         "change": {"actions": ["create"], "after": {"access_logs": [{"bucket": "logs", "enabled": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb.main", "mode": "managed", "type": "aws_lb", "name": "main",
#         "change": {"actions": ["create"], "after": {"load_balancer_type": "application", "access_logs": []}, "after_unknown": {}}
#       }]}
warn_load_balancer contains terraform.finding(balancer, ["access_logs"], "keeps no access log") if {
	some type in ["aws_lb", "aws_alb"]
	some balancer in terraform.changes_by_type[type]
	not balancer.after.load_balancer_type == "gateway"
	terraform.is_off(balancer, ["access_logs", 0, "enabled"])
}

warn_load_balancer contains terraform.finding(balancer, ["access_logs"], "keeps no access log") if {
	some balancer in terraform.changes_by_type.aws_elb
	not classic_log(balancer)
	not terraform.is_unknown(balancer, ["access_logs", 0, "enabled"])
}

# Classic load balancers write the log as soon as the block is there.
classic_log(balancer) if {
	some log in balancer.after.access_logs
	not log.enabled == false
}

# METADATA
# title: Databases should export their logs
# description: >-
#   Logs that stay on the database are gone with it, and nobody is alarmed by them.
# custom:
#   severity: low
#   remediation: 'set `enabled_cloudwatch_logs_exports`'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"enabled_cloudwatch_logs_exports": ["postgresql"]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
#         "change": {"actions": ["create"], "after": {"enabled_cloudwatch_logs_exports": null}, "after_unknown": {}}
#       }]}
warn_database contains terraform.finding(database, ["enabled_cloudwatch_logs_exports"], "exports no log") if {
	some type in ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster"]
	some database in terraform.changes_by_type[type]
	terraform.is_unset(database, ["enabled_cloudwatch_logs_exports"])
}

warn_database contains terraform.finding(database, ["enable_cloudwatch_logs_exports"], "exports no log") if {
	some database in terraform.changes_by_type.aws_neptune_cluster
	terraform.is_unset(database, ["enable_cloudwatch_logs_exports"])
}

# METADATA
# title: APIs should keep an access log
# description: >-
#   Without it, abuse of an API is seen on the bill first.
# custom:
#   severity: low
#   remediation: 'set `access_log_settings` with the ARN of a log group'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_api_gateway_stage.main", "mode": "managed", "type": "aws_api_gateway_stage", "name": "main",
#         "change": {"actions": ["create"], "after": {"access_log_settings": [{"destination_arn": "arn:aws:logs:eu-west-1:123456789012:log-group:api"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_api_gateway_stage.main", "mode": "managed", "type": "aws_api_gateway_stage", "name": "main",
#         "change": {"actions": ["create"], "after": {"stage_name": "prod", "access_log_settings": []}, "after_unknown": {}}
#       }]}
warn_api contains terraform.finding(stage, ["access_log_settings"], "keeps no access log") if {
	some type in ["aws_api_gateway_stage", "aws_apigatewayv2_stage"]
	some stage in terraform.changes_by_type[type]
	terraform.is_unset(stage, ["access_log_settings"])
}

# METADATA
# title: Logs should be kept for a month
# description: >-
#   Most break-ins are noticed weeks after they happened.
# custom:
#   severity: low
#   remediation: 'set `retention_in_days` as long as the rules of your field ask'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudwatch_log_group.main", "mode": "managed", "type": "aws_cloudwatch_log_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "app", "retention_in_days": 365}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_cloudwatch_log_group.main", "mode": "managed", "type": "aws_cloudwatch_log_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"name": "app", "retention_in_days": 7}, "after_unknown": {}}
#       }]}
warn_retention contains terraform.finding(group, ["retention_in_days"], sprintf("keeps logs for %d days only", [group.after.retention_in_days])) if {
	some group in terraform.changes_by_type.aws_cloudwatch_log_group
	group.after.retention_in_days > 0
	group.after.retention_in_days < 30
}

# METADATA
# title: Search domains should publish logs
# description: >-
#   Who searched for what is only known if it is logged.
# custom:
#   severity: low
#   remediation: 'add `log_publishing_options` for the audit log or the slow logs'
#   controls:
#     SOC2: ["CC7.2"]
#     HIPAA: ["164.312(b)"]
#     PCI-DSS-4.0: ["10.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_opensearch_domain.main", "mode": "managed", "type": "aws_opensearch_domain", "name": "main",
#         "change": {"actions": ["create"], "after": {"log_publishing_options": [{"log_type": "AUDIT_LOGS"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_opensearch_domain.main", "mode": "managed", "type": "aws_opensearch_domain", "name": "main",
#         "change": {"actions": ["create"], "after": {"log_publishing_options": []}, "after_unknown": {}}
#       }]}
warn_search contains terraform.finding(domain, ["log_publishing_options"], "publishes no log") if {
	some type in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in terraform.changes_by_type[type]
	terraform.is_unset(domain, ["log_publishing_options"])
}
