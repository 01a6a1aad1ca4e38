package attest.terraform.load_balancer_tls_test

import data.attest.lib.terraform_fixtures_test as fixtures
import data.attest.terraform.load_balancer_tls

test_http_listener if {
	fixtures.paths(load_balancer_tls.deny_listener) == {fixtures.at(["protocol"])} with input as fixtures.creates("aws_lb_listener", {"port": 80, "protocol": "HTTP", "default_action": [{"type": "forward"}]})
}

test_classic_http_listener if {
	fixtures.paths(load_balancer_tls.deny_listener) == {fixtures.at(["listener", 0, "lb_protocol"])} with input as fixtures.creates("aws_elb", {"internal": false, "listener": [{"lb_port": 80, "lb_protocol": "http"}]})
}

test_https_listener if {
	count(load_balancer_tls.deny_listener) == 0 with input as fixtures.creates("aws_lb_listener", {"port": 443, "protocol": "HTTPS", "default_action": [{"type": "forward"}]})
}

test_redirect if {
	count(load_balancer_tls.deny_listener) == 0 with input as fixtures.creates("aws_lb_listener", {"port": 80, "protocol": "HTTP", "default_action": [{"type": "redirect"}]})
}

test_listener_unknown if {
	count(load_balancer_tls.deny_listener) == 0 with input as fixtures.creates_unknown("aws_lb_listener", {"port": 80, "default_action": [{"type": "forward"}]}, {"protocol": true})
}

test_listener_deleted if {
	count(load_balancer_tls.deny_listener) == 0 with input as fixtures.deletes("aws_lb_listener", {"port": 80, "protocol": "HTTP", "default_action": [{"type": "forward"}]})
}

test_old_policy if {
	fixtures.paths(load_balancer_tls.deny_old_tls) == {fixtures.at(["ssl_policy"])} with input as fixtures.creates("aws_lb_listener", {"port": 443, "protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-2016-08"})
}

test_modern_policy if {
	count(load_balancer_tls.deny_old_tls) == 0 with input as fixtures.creates("aws_lb_listener", {"port": 443, "protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"})
}

test_old_tls_unknown if {
	count(load_balancer_tls.deny_old_tls) == 0 with input as fixtures.creates_unknown("aws_lb_listener", {"port": 443, "protocol": "HTTPS"}, {"ssl_policy": true})
}

test_old_tls_deleted if {
	count(load_balancer_tls.deny_old_tls) == 0 with input as fixtures.deletes("aws_lb_listener", {"port": 443, "protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-2016-08"})
}

test_invalid_headers if {
	fixtures.paths(load_balancer_tls.warn_invalid_headers) == {fixtures.at(["drop_invalid_header_fields"])} with input as fixtures.creates("aws_lb", {"load_balancer_type": "application", "drop_invalid_header_fields": false})
}

test_headers_dropped if {
	count(load_balancer_tls.warn_invalid_headers) == 0 with input as fixtures.creates("aws_lb", {"load_balancer_type": "application", "drop_invalid_header_fields": true})
}

test_network_balancer if {
	count(load_balancer_tls.warn_invalid_headers) == 0 with input as fixtures.creates("aws_lb", {"load_balancer_type": "network"})
}

test_invalid_headers_unknown if {
	count(load_balancer_tls.warn_invalid_headers) == 0 with input as fixtures.creates_unknown("aws_lb", {}, {"drop_invalid_header_fields": true})
}

test_invalid_headers_deleted if {
	count(load_balancer_tls.warn_invalid_headers) == 0 with input as fixtures.deletes("aws_lb", {"load_balancer_type": "application", "drop_invalid_header_fields": false})
}
