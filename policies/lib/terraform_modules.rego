# METADATA
# title: Modules of Terraform
# description: >-
#   The modules of a state and of a configuration. Rego has no recursion, so that each level is written down: up
#   to eight modules within one another.
package attest.lib.terraform_modules

# The modules of a state, each with its path.
state_modules := [module |
	some level in [state_0, state_1, state_2, state_3, state_4, state_5, state_6, state_7, state_8]
	some module in level
]

state_0 := [{"path": ["values", "root_module"], "module": input.values.root_module}]

state_1 := children(state_0)

state_2 := children(state_1)

state_3 := children(state_2)

state_4 := children(state_3)

state_5 := children(state_4)

state_6 := children(state_5)

state_7 := children(state_6)

state_8 := children(state_7)

children(modules) := [{"path": array.concat(module.path, ["child_modules", i]), "module": child} |
	some module in modules
	some i, child in module.module.child_modules
]

# METADATA
# description: What the configuration says of a change, however often count or for_each repeats it.
configured(change) := configuration[configured_address(change.resource)]

# The address without the indexes of instances: `module.net["eu"].aws_vpc.main[0]` is `module.net.aws_vpc.main`.
configured_address(resource) := concat("", [configured_module(resource), resource.type, ".", resource.name])

configured_module(resource) := "" if object.get(resource, "module_address", "") == ""

configured_module(resource) := concat("", [regex.replace(resource.module_address, `\[("([^"\\]|\\.)*"|[0-9]+)\]`, ""), "."])

# Taken as a whole: asked for one address after the other, a rule for each would walk over all of them each time.
configuration := {address: resource |
	some level in [called_0, called_1, called_2, called_3, called_4, called_5, called_6, called_7, called_8]
	some module in level
	some resource in module.module.resources
	resource.mode == "managed"
	address := concat("", [module.prefix, resource.address])
}

called_0 := [{"prefix": "", "module": input.configuration.root_module}]

called_1 := calls(called_0)

called_2 := calls(called_1)

called_3 := calls(called_2)

called_4 := calls(called_3)

called_5 := calls(called_4)

called_6 := calls(called_5)

called_7 := calls(called_6)

called_8 := calls(called_7)

calls(modules) := [{"prefix": concat("", [module.prefix, "module.", name, "."]), "module": call.module} |
	some module in modules
	some name, call in module.module.module_calls
]
