package t
import rego.v1
allow if input.x == 1
r := [1 | input.x == 2]
