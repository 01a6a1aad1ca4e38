# METADATA
# title: Classes of data
# description: >-
#   What an object says of the data that it handles: the labels `gdpr.attest.continuu.ms/personal-data` and
#   `hipaa.attest.continuu.ms/phi` (`true`), or a label `data-classification` or `attest.continuu.ms/data-classification`
#   whose value the parameters `data-classes` list. Labels of a controller's pods count; so do annotations of these names.
package attest.lib.classification

import data.attest.lib.kubernetes
import data.attest.parameters["data-classes"] as classes

is_personal if is_true(said["gdpr.attest.continuu.ms/personal-data"])

is_personal if class in classes.personal

is_health if is_true(said["hipaa.attest.continuu.ms/phi"])

is_health if class in classes.health

class := lower(found[0]) if {
	found := [value |
		some key in ["attest.continuu.ms/data-classification", "data-classification"]
		value := said[key]
		is_string(value)
	]
	count(found) > 0
}

# METADATA
# description: Whether audit logging is on, told by a label or annotation `attest.continuu.ms/audit-logging`.
is_audited if is_on(said["attest.continuu.ms/audit-logging"])

# METADATA
# description: Whether somebody watches, told by a label or annotation, Prometheus' own among them.
is_monitored if is_on(said["attest.continuu.ms/monitoring"])

is_monitored if is_true(said["prometheus.io/scrape"])

said := object.union(kubernetes.annotations, kubernetes.labels)

is_on(value) if lower(sprintf("%v", [value])) in {"enabled", "true", "required", "on"}

is_true(value) if lower(sprintf("%v", [value])) == "true"
