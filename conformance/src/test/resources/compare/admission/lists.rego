package kubernetes.lists

registries := {"registry.example.com/", "quay.io/example/"}
