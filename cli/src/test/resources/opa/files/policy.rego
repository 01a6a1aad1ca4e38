package m
import rego.v1
allow if { input.x == 1; some i in [1,2,3]; i > 2 }
deny contains msg if { msg := sprintf("%v", [input.x]) ; trace("hello") }
