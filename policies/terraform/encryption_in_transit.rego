# METADATA
# title: Connections to AWS services must be encrypted
# description: >-
#   What crosses the network in plain text, inside a VPC too, can be read and changed on the way.
package attest.terraform.encryption_in_transit

import data.attest.lib.terraform

# METADATA
# title: Caches must take only TLS
# description: >-
#   Sessions and tokens are what caches hold; in plain text the network reads them along.
# custom:
#   severity: high
#   remediation: 'set `transit_encryption_enabled = true`; clients then connect with TLS'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_elasticache_replication_group.main", "mode": "managed", "type": "aws_elasticache_replication_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"transit_encryption_enabled": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_elasticache_replication_group.main", "mode": "managed", "type": "aws_elasticache_replication_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"transit_encryption_enabled": false}, "after_unknown": {}}
#       }]}
deny_cache contains terraform.finding(cache, ["transit_encryption_enabled"], "takes connections without TLS") if {
	some cache in terraform.changes_by_type.aws_elasticache_replication_group
	terraform.is_off(cache, ["transit_encryption_enabled"])
}

deny_cache contains terraform.finding(cache, ["transit_encryption_enabled"], "takes connections without TLS") if {
	some cache in terraform.changes_by_type.aws_elasticache_replication_group
	terraform.is_left_out(cache, "transit_encryption_enabled")
}

deny_cache contains terraform.finding(cache, ["tls_enabled"], "takes connections without TLS") if {
	some cache in terraform.changes_by_type.aws_memorydb_cluster
	terraform.is_false(cache, ["tls_enabled"])
}

# METADATA
# title: Search domains must take only TLS
# description: >-
#   Queries, documents and passwords go to the domain; over HTTP the network reads them along.
# custom:
#   severity: high
#   remediation: 'set `enforce_https = true` and `tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"` in `domain_endpoint_options`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_opensearch_domain.main", "mode": "managed", "type": "aws_opensearch_domain", "name": "main",
#         "change": {"actions": ["create"], "after": {"domain_endpoint_options": [{"enforce_https": true, "tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_opensearch_domain.main", "mode": "managed", "type": "aws_opensearch_domain", "name": "main",
#         "change": {"actions": ["create"], "after": {"domain_endpoint_options": [{"enforce_https": false}]}, "after_unknown": {}}
#       }]}
deny_search contains terraform.finding(domain, ["domain_endpoint_options", 0, "enforce_https"], "takes requests without TLS") if {
	some domain in search_domains
	terraform.is_off(domain, ["domain_endpoint_options", 0, "enforce_https"])
}

deny_search contains terraform.finding(domain, ["domain_endpoint_options", 0, "enforce_https"], "takes requests without TLS") if {
	some domain in search_domains
	terraform.is_left_out(domain, "domain_endpoint_options")
}

deny_search contains terraform.finding(domain, path, "takes requests with TLS 1.0") if {
	some domain in search_domains
	path := ["domain_endpoint_options", 0, "tls_security_policy"]
	terraform.value(domain, path) == "Policy-Min-TLS-1-0-2019-07"
}

# METADATA
# title: Nodes of search domains must speak TLS with each other
# description: >-
#   Shards move between the nodes; without encryption they do so in plain text.
# custom:
#   severity: medium
#   remediation: 'set `enabled = true` in `node_to_node_encryption`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_opensearch_domain.main", "mode": "managed", "type": "aws_opensearch_domain", "name": "main",
#         "change": {"actions": ["create"], "after": {"node_to_node_encryption": [{"enabled": true}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_opensearch_domain.main", "mode": "managed", "type": "aws_opensearch_domain", "name": "main",
#         "change": {"actions": ["create"], "after": {"node_to_node_encryption": [{"enabled": false}]}, "after_unknown": {}}
#       }]}
deny_search_nodes contains terraform.finding(domain, path, "does not encrypt what its nodes exchange") if {
	some domain in search_domains
	path := ["node_to_node_encryption", 0, "enabled"]
	terraform.is_off(domain, path)
}

deny_search_nodes contains terraform.finding(domain, [], "does not encrypt what its nodes exchange") if {
	some domain in search_domains
	terraform.is_left_out(domain, "node_to_node_encryption")
}

# METADATA
# title: Kafka clusters must take only TLS
# description: >-
#   Topics carry the data of the whole company; in plain text the network reads them along.
# custom:
#   severity: high
#   remediation: 'set `client_broker = "TLS"` and leave `in_cluster` on'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_msk_cluster.main", "mode": "managed", "type": "aws_msk_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS", "in_cluster": true}]}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_msk_cluster.main", "mode": "managed", "type": "aws_msk_cluster", "name": "main",
#         "change": {"actions": ["create"], "after": {"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS_PLAINTEXT", "in_cluster": true}]}]}, "after_unknown": {}}
#       }]}
deny_kafka contains terraform.finding(cluster, array.concat(encryption, ["client_broker"]), "lets clients connect without TLS") if {
	some cluster in terraform.changes_by_type.aws_msk_cluster
	terraform.value(cluster, array.concat(encryption, ["client_broker"])) in {"TLS_PLAINTEXT", "PLAINTEXT"}
}

deny_kafka contains terraform.finding(cluster, array.concat(encryption, ["in_cluster"]), "does not encrypt what its brokers exchange") if {
	some cluster in terraform.changes_by_type.aws_msk_cluster
	terraform.is_false(cluster, array.concat(encryption, ["in_cluster"]))
}

encryption := ["encryption_info", 0, "encryption_in_transit", 0]

# METADATA
# title: Databases must not switch TLS off
# description: >-
#   Passwords and rows go over the network; a database that asks for TLS keeps clients from sending them in
#   plain text.
# custom:
#   severity: medium
#   remediation: 'set `require_ssl`, `rds.force_ssl`, `require_secure_transport` or `tls` to on in the parameter group'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_redshift_parameter_group.main", "mode": "managed", "type": "aws_redshift_parameter_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"parameter": [{"name": "require_ssl", "value": "true"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_db_parameter_group.main", "mode": "managed", "type": "aws_db_parameter_group", "name": "main",
#         "change": {"actions": ["create"], "after": {"parameter": [{"name": "rds.force_ssl", "value": "0"}]}, "after_unknown": {}}
#       }]}
deny_database contains terraform.finding(group, ["parameter", i, "value"], sprintf("lets clients connect without TLS: `%s` is `%s`", [parameter.name, parameter.value])) if {
	some type in ["aws_redshift_parameter_group", "aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_docdb_cluster_parameter_group"]
	some group in terraform.changes_by_type[type]
	some i, parameter in group.after.parameter
	parameter.name in {"require_ssl", "rds.force_ssl", "require_secure_transport", "tls"}
	lower(parameter.value) in {"0", "false", "off", "disabled"}
}

# METADATA
# title: Domains of APIs must ask for TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses and are forbidden by most standards.
# custom:
#   severity: medium
#   remediation: 'set `security_policy = "TLS_1_2"`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_api_gateway_domain_name.main", "mode": "managed", "type": "aws_api_gateway_domain_name", "name": "main",
#         "change": {"actions": ["create"], "after": {"domain_name": "api.example.com", "security_policy": "TLS_1_2"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_api_gateway_domain_name.main", "mode": "managed", "type": "aws_api_gateway_domain_name", "name": "main",
#         "change": {"actions": ["create"], "after": {"domain_name": "api.example.com", "security_policy": "TLS_1_0"}, "after_unknown": {}}
#       }]}
deny_api_domain contains terraform.finding(domain, ["security_policy"], "takes TLS 1.0") if {
	some domain in terraform.changes_by_type.aws_api_gateway_domain_name
	terraform.value(domain, ["security_policy"]) == "TLS_1_0"
}

# METADATA
# title: Files must not be transferred over FTP
# description: >-
#   FTP sends passwords and files in plain text.
# custom:
#   severity: high
#   remediation: 'use `SFTP`, or `FTPS` with a certificate'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_transfer_server.main", "mode": "managed", "type": "aws_transfer_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"protocols": ["SFTP"]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_transfer_server.main", "mode": "managed", "type": "aws_transfer_server", "name": "main",
#         "change": {"actions": ["create"], "after": {"protocols": ["SFTP", "FTP"]}, "after_unknown": {}}
#       }]}
deny_file_transfer contains terraform.finding(server, ["protocols", i], "takes files over FTP in plain text") if {
	some server in terraform.changes_by_type.aws_transfer_server
	some i, protocol in server.after.protocols
	protocol == "FTP"
}

search_domains contains domain if {
	some type in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in terraform.changes_by_type[type]
}
