package kubernetes.admission_test

import data.kubernetes.admission

review(spec) := {"request": {"object": {"metadata": {"labels": {"team": "a", "cost-centre": "1"}}, "spec": spec}}}

test_known_image_is_allowed if {
	admission.allow with input as review({"containers": [{"name": "a", "image": "registry.example.com/a"}]})
}

test_unknown_image_is_denied if {
	found := admission.deny with input as review({"containers": [{"name": "a", "image": "docker.io/a"}]})
	count(found) == 1
}

test_case_of_units[note] if {
	some note, unit in {"mebibytes": ["512Mi", 512], "gibibytes": ["2Gi", 2048]}
	admission.memory(unit[0]) == unit[1]
}

test_this_one_fails if {
	print("labels", input)
	admission.allow with input as review({"containers": [{"name": "a", "image": "docker.io/a"}]})
}

todo_test_later if admission.allow
