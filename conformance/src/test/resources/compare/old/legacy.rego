package legacy

import input.user as user

default allow = false

allow {
	user.roles[_] == "admin"
}

allow {
	input.method == "GET"
	input.path = ["public", rest]
	rest != ""
}

violations[msg] {
	some i
	user.roles[i] == "guest"
	msg := sprintf("role %d is guest", [i])
}

ports[name] = port {
	port := input.ports[name]
	port > 1024
}
