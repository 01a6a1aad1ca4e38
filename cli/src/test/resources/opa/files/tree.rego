# top
package a.b["c"]

import rego.v1
import data.x as y

# METADATA
# title: T
default allow := false
allow if {
	not input.x with input.y as 1
	some i, v in [1, "a", null, {"k": {1, x}}]
	every k, w in input.z { w > k }
	z := [q | q := data.foo[_]]
	f(z) == {a: b | b := {c | c := a}}
} else := 3 if { $"a {i}" == "b" }
p contains q if { q := 1 }
f(x) := x + 1
r.s[t] := 2 if some t
