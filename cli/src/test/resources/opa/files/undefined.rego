package t
import data.foo
a if { y == w; data.lib.f(1, y); w = 3; z }
b := foo.f(x) + 1 if x = 1
c(x) := data.u.g(x)
z if { not data.x.y(q); q > 1 }
m[x] := y if { foo.h(x, y) }
n if { some x; data.lib.f(x); count(x) }
