package attest.context

# Different rules for different environments
violation[{"violated": true, "message": msg}] {
    input.resource.kind == "Deployment"
    environment := input.resource.metadata.labels["environment"]
    environment == "production"
    not has_production_requirements
    msg := "Production deployments must meet stricter requirements"
}

has_production_requirements {
    input.resource.spec.replicas >= 3
    input.resource.spec.template.spec.containers[_].resources.limits
    input.resource.metadata.annotations["monitoring.company.com/enabled"] == "true"
}
