# METADATA
# title: a tenancy
# scope: package
# compile:
#   unknowns: [input.x]
#   mask_rule: masked
package noted

import future.keywords.not

# METADATA
# title: the second has its own
default allowed := false

# METADATA
# description: holds for the document
# entrypoint: true
allowed if not { input.closed }
