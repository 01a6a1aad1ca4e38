package attest.dynamic

# Use external data for policy decisions
violation[{"violated": true, "message": msg}] {
    container := input.resource.spec.containers[_]
    vulnerability_data := http.send({
        "method": "GET",
        "url": sprintf("https://vuln-db.company.com/scan/%s", [container.image])
    })
    vulnerability_data.status_code == 200
    vulnerabilities := json.unmarshal(vulnerability_data.body)
    count(vulnerabilities.critical) > 0
    msg := sprintf("Container image %s has %d critical vulnerabilities", [container.image, count(vulnerabilities.critical)])
}
