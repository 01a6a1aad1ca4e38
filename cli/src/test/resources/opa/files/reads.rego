package policy
allow if is_admin
is_admin if "admin" in input.user.roles
x := y if { y := data.foo.bar[_]; y.z == 1 }
f(a) := a.b
g := f(input.q)
