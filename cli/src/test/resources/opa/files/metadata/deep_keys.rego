package t
# METADATA
# custom:
#   z: {y: {1: 2}}
c := 1
