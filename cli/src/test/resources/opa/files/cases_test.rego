package b
import rego.v1
test_cases[name] if {
  some name, tc in {"one": {"a": 1, "b": 1}, "two": {"a": 1, "b": 2}, "three": {"a": 2, "b": 2}}
  tc.a == tc.b
}
test_dup if true
test_dup if false
