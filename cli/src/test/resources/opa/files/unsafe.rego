package u
p if x
