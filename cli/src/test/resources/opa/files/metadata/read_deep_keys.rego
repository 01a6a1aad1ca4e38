package t
# METADATA
# custom:
#   z: {y: {1: 2}}
a := rego.metadata.rule()
b := rego.metadata.chain()
# METADATA
# labels:
#   z: {y: {1: 2}}
c := rego.metadata.chain()
