# METADATA
# title: Load balancers must speak TLS
# description: >-
#   What visitors send to a listener without TLS can be read and changed by every network on the way.
package attest.terraform.load_balancer_tls

import data.attest.lib.terraform

# METADATA
# title: Listeners must not forward plain HTTP
# description: >-
#   Passwords, cookies and pages go in plain text. A listener that only redirects to HTTPS is fine.
# custom:
#   severity: high
#   remediation: 'use `HTTPS` or `TLS` with a certificate, and let the listener on port 80 redirect'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb_listener.main", "mode": "managed", "type": "aws_lb_listener", "name": "main",
#         "change": {"actions": ["create"], "after": {"port": 443, "protocol": "HTTPS", "default_action": [{"type": "forward"}]}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb_listener.main", "mode": "managed", "type": "aws_lb_listener", "name": "main",
#         "change": {"actions": ["create"], "after": {"port": 80, "protocol": "HTTP", "default_action": [{"type": "forward"}]}, "after_unknown": {}}
#       }]}
deny_listener contains terraform.finding(listener, ["protocol"], "serves HTTP without TLS") if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some listener in terraform.changes_by_type[type]
	listener.after.protocol == "HTTP"
	some i, action in listener.after.default_action
	action.type == "forward"
	not terraform.is_unknown(listener, ["default_action", i, "type"])
}

deny_listener contains terraform.finding(balancer, ["listener", i, "lb_protocol"], "serves HTTP without TLS") if {
	some balancer in terraform.changes_by_type.aws_elb
	is_public(balancer)
	some i, listener in balancer.after.listener
	lower(listener.lb_protocol) == "http"
}

is_public(balancer) if terraform.is_off(balancer, ["internal"])

is_public(balancer) if terraform.is_left_out(balancer, "internal")

# METADATA
# title: Listeners must ask for TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses and are forbidden by most standards.
# custom:
#   severity: medium
#   remediation: 'choose a policy such as `ELBSecurityPolicy-TLS13-1-2-2021-06`'
#   controls:
#     SOC2: ["CC6.7"]
#     HIPAA: ["164.312(e)(1)"]
#     PCI-DSS-4.0: ["4.2.1"]
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb_listener.main", "mode": "managed", "type": "aws_lb_listener", "name": "main",
#         "change": {"actions": ["create"], "after": {"port": 443, "protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb_listener.main", "mode": "managed", "type": "aws_lb_listener", "name": "main",
#         "change": {"actions": ["create"], "after": {"port": 443, "protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-2016-08"}, "after_unknown": {}}
#       }]}
deny_old_tls contains terraform.finding(listener, ["ssl_policy"], sprintf("takes TLS 1.0 or 1.1: its policy is `%s`", [listener.after.ssl_policy])) if {
	some type in ["aws_lb_listener", "aws_alb_listener"]
	some listener in terraform.changes_by_type[type]
	listener.after.protocol in {"HTTPS", "TLS"}
	listener.after.ssl_policy in old_policies
}

old_policies := {
	"ELBSecurityPolicy-2015-05",
	"ELBSecurityPolicy-2016-08",
	"ELBSecurityPolicy-FS-2018-06",
	"ELBSecurityPolicy-FS-1-1-2019-08",
	"ELBSecurityPolicy-TLS-1-0-2015-04",
	"ELBSecurityPolicy-TLS-1-1-2017-01",
	"ELBSecurityPolicy-TLS13-1-0-2021-06",
	"ELBSecurityPolicy-TLS13-1-1-2021-06",
}

# METADATA
# title: Load balancers should drop invalid headers
# description: >-
#   Headers that balancer and server read differently let requests be smuggled past the balancer.
# custom:
#   severity: low
#   remediation: 'set `drop_invalid_header_fields = true`'
#   examples:
#     good: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb.main", "mode": "managed", "type": "aws_lb", "name": "main",
#         "change": {"actions": ["create"], "after": {"load_balancer_type": "application", "drop_invalid_header_fields": true}, "after_unknown": {}}
#       }]}
#     bad: |
#       {"format_version": "1.2", "resource_changes": [{
#         "address": "aws_lb.main", "mode": "managed", "type": "aws_lb", "name": "main",
#         "change": {"actions": ["create"], "after": {"load_balancer_type": "application", "drop_invalid_header_fields": false}, "after_unknown": {}}
#       }]}
warn_invalid_headers contains terraform.finding(balancer, ["drop_invalid_header_fields"], "passes invalid headers on") if {
	some type in ["aws_lb", "aws_alb"]
	some balancer in terraform.changes_by_type[type]
	object.get(balancer.after, "load_balancer_type", "application") in {"application", null}
	terraform.is_off(balancer, ["drop_invalid_header_fields"])
}
