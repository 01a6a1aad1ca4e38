package t
# METADATA
# custom:
#   1: a
#   z: {2: x, null: 3, 1.5: a, true: 2, [a]: 2}
c := 1
