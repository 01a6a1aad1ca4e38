package attest.deployment

# Require ATTEST receipt for all deployments
violation[{"violated": true, "message": msg, "severity": "critical"}] {
    input.resource.kind == "Deployment"
    not has_attest_receipt
    msg := "Deployment must include valid ATTEST receipt"
}

# Enforce minimum replica count for production
violation[{"violated": true, "message": msg, "severity": "medium"}] {
    input.resource.kind == "Deployment"
    is_production_namespace
    input.resource.spec.replicas < 2
    msg := "Production deployments must have at least 2 replicas for high availability"
}
