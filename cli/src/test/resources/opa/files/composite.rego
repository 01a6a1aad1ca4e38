package composite

a if input.a[["b"]].c[{1}][_]

b[[1]].x := 1

c if data.composite.b[[1]].x
