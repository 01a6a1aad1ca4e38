package a
import rego.v1
test_pass if { 1 == 1 }
test_fail if { x := 1; print("hello", x); x == 2 }
todo_test_x if { true }
test_err if { f(1) }
f(x) := 1
f(x) := 2
