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
#   Whether a value stands for itself. `$(NAME)`, `${NAME}`, `{{ name }}` and `<name>` are filled in later, a path names
#   the file that holds the secret, and a number, a yes or a no is a setting.
is_literal(value) if {
	count(value) > 0
	not regex.match(`^(\$|/|\./|file:|vault:|ref\+|<.*>$|\{\{)|^(?i)(true|false|yes|no|on|off|null|none|changeme_at_deploy)$`, value)
	not regex.match(`^[0-9]+[smhd]?$`, value)
}

# METADATA
# description: What a value is by its form, whatever its name.
form(value) := "a private key" if contains(value, "PRIVATE KEY-----")

form(value) := "an AWS access key" if regex.match(`\b(AKIA|ASIA)[A-Z0-9]{16}\b`, value)

form(value) := "a GitHub token" if regex.match(`\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})`, value)

form(value) := "a GitLab token" if regex.match(`\bglpat-[A-Za-z0-9_-]{20}`, value)

form(value) := "a Slack token" if regex.match(`\bxox[abprs]-[A-Za-z0-9-]{10,}`, value)

form(value) := "a Google API key" if regex.match(`\bAIza[A-Za-z0-9_-]{35}\b`, value)

form(value) := "a Stripe key" if regex.match(`\b[rs]k_live_[A-Za-z0-9]{20,}`, value)

form(value) := "a URL with a password" if regex.match(`^[a-z][a-z0-9+.-]*://[^/:@\s]+:[^/@\s$<{]+@[^/\s]+`, value)
