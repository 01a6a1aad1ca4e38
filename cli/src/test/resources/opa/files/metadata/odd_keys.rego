package t
# METADATA
# custom:
#   z: {2: x, null: 3, 1.5: a, true: 2, y: {1: 2}, 2021-01-01: x}
c := 1
# METADATA
# custom:
#   z:
#   - {2: x, null: 3}
#   - {1: 2}
#   - a: {b: 1}
#     c: {b: 1}
#   y: {a: 1}
#   x: {a: 1}
c := 1
