package t

# METADATA
# title: 0x10
# custom:
#   base: &base {owner: core, since: 2024-02-29}
#   service:
#     <<: *base
#     owner: team
#   again: *base
#   1: one
#   true: two
# authors: [Ann <ann@example.com>, {name: Ben}]
# entrypoint: yes
a := 1
