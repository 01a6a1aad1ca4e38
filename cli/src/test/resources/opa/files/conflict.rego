package q
conf := 1
conf := 2
f(x) := conf
g := f(1)
