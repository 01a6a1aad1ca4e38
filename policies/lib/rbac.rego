# METADATA
# title: Roles and bindings
# description: The rules of roles and the subjects of bindings, each with its path; none for other kinds.
package attest.lib.rbac

import data.attest.lib.kubernetes

# METADATA
# description: The rules of a role that somebody wrote; those that Kubernetes makes itself are left alone.
rules := [found |
	input.kind in {"Role", "ClusterRole"}
	is_group
	not is_built_in
	some i, rule in input.rules
	is_object(rule)
	found := {
		"rule": rule,
		"path": ["rules", i],
		"verbs": {verb | some verb in rule.verbs},
		"resources": {resource | some resource in rule.resources},
		# Names restrict a rule, except for what has no name yet.
		"named": count(object.get(rule, "resourceNames", [])) > 0,
	}
]

# METADATA
# description: The subjects of a binding.
subjects := [found |
	input.kind in {"RoleBinding", "ClusterRoleBinding"}
	is_group
	not is_built_in
	some i, subject in input.subjects
	is_object(subject)
	found := {"subject": subject, "path": ["subjects", i]}
]

is_group if startswith(input.apiVersion, "rbac.authorization.k8s.io/")

# METADATA
# description: The role as messages name it.
role := sprintf("%s `%s`", [words[input.kind], kubernetes.name])

words := {"Role": "role", "ClusterRole": "cluster role"}

# METADATA
# description: A subject as messages name it.
described(subject) := sprintf("%s `%s`", [object.get(kinds, subject.kind, "subject"), subject.name])

kinds := {"User": "user", "Group": "group", "ServiceAccount": "service account"}

# METADATA
# description: Whether a rule grants one of the verbs on one of the resources, in so many words.
grants(found, verbs, resources) if {
	count(found.verbs & verbs) > 0
	count(found.resources & resources) > 0
}

is_built_in if input.metadata.labels["kubernetes.io/bootstrapping"] == "rbac-defaults"
