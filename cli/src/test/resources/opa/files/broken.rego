package p
p { x
