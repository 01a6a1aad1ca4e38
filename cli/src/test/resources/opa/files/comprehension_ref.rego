package p

a if [y | some y in input.xs]["a"]
