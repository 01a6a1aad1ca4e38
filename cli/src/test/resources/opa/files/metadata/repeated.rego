package t
# METADATA
# title: a
# title: b
a := 1

# METADATA
# custom:
#   x: 1
#   y: 2
#   x: 3
b := 1

# METADATA
# custom:
#   1: a
#   true: {2: x, null: 3, 1.5: a}
#   z: {"1": a, 1: b}
c := 1
# METADATA
# custom:
#   a: &x {p: 1}
#   b: {<<: *x, p: 2}
#   c: *x
# authors:
# - name: a
#   name: b
c := 1
# METADATA
# related_resources:
# - ref: http://a
#   ref: http://a
# schemas:
# - input: schema.a
#   input: schema.b
# - input.x: {type: string, type: number}
d := 1
