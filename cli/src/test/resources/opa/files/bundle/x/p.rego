package x.p
import rego.v1
a := data.x.y + 1
