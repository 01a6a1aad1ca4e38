# METADATA
# title: Credentials
# description: What looks like a password, a key or a token, by its name or by its form.
package attest.lib.credentials

# METADATA
# description: Whether a variable or key of this name holds a credential.
is_name(name) if regex.match(`(?i)(^|[._-])(password|passwd|pwd|passphrase|secret|token|api[._-]?key|access[._-]?key|secret[._-]?key|private[._-]?key|client[._-]?secret|credentials?)$`, name)

is_name(name) if regex.match(`[a-z](Password|Passwd|Secret|Token|ApiKey|AccessKey|PrivateKey|Credentials?)$`, name)

# METADATA
# description: >-
#   Whether a name says that its value is a credential, and the value is one in plain text. What is called a secret may
#   also be the name of a Secret, such as `web-tls`.
is_plain(name, value) if {
	is_name(name)
	is_literal(value)
	not refers(name, value)
}

refers(name, value) if {
	regex.match(`(?i)secret$`, name)
	regex.match(`^[a-z]+([-./][a-z0-9]+)+$`, value)
}

# METADATA
# description: >-
#   Whether a value stands for itself. `$(NAME)`, `${NAME}`, `{{ name }}` and `<name>` are filled in later, a path names
#   the file that holds the secret, and a number, a yes or a no is a setting.
is_literal(value) if {
	count(value) > 0
	not regex.match(`^(\$|/|\./|file:|vault:|ref\+|<.*>$|\{\{)|^(?i)(true|false|yes|no|on|off|null|none|changeme_at_deploy)$`, value)
	not regex.match(`^[0-9]+[smhd]?$`, value)
}

# METADATA
# description: What a value is by its form, whatever its name.
form(value) := forms[0] if {
	# One look tells of most values, long files among them, that they are none of these.
	regex.match(`PRIVATE KEY-----|A[KS]IA[A-Z0-9]|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AIza|k_live_|^[a-z][a-z0-9+.-]*://`, value)
	forms := [what | some [what, pattern] in patterns; regex.match(pattern, value)]
	count(forms) > 0
}

patterns := [
	["a private key", `-----BEGIN ([A-Z]+ )?PRIVATE KEY-----`],
	["an AWS access key", `\b(AKIA|ASIA)[A-Z0-9]{16}\b`],
	["a GitHub token", `\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})`],
	["a GitLab token", `\bglpat-[A-Za-z0-9_-]{20}`],
	["a Slack token", `\bxox[abprs]-[A-Za-z0-9-]{10,}`],
	["a Google API key", `\bAIza[A-Za-z0-9_-]{35}\b`],
	["a Stripe key", `\b[rs]k_live_[A-Za-z0-9]{20,}`],
	["a URL with a password", `^[a-z][a-z0-9+.-]*://[^/:@\s]*:[^/@\s$<{]+@[^/\s]+`],
]
