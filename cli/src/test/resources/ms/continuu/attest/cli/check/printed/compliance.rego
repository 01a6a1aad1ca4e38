package attest.compliance

# SOC2 Compliance: Audit logging requirements
violation[{"violated": true, "message": msg, "severity": "high"}] {
    input.resource.kind == "Deployment"
    is_production_namespace
    not has_audit_logging_enabled
    msg := "Production deployments must enable audit logging for SOC2 compliance"
}

# GDPR: Data protection annotations
violation[{"violated": true, "message": msg, "severity": "high"}] {
    input.resource.kind == "Deployment"
    processes_personal_data
    not has_data_protection_annotations
    msg := "Applications processing personal data must have GDPR data protection annotations"
}
