package p

# A comprehension at the head of a ref counts as ground in sets and objects.
a := {[z | z := 1][0]}

b := [[z | z := 1][0]]
