# METADATA
# title: Personal data must be protected by design
# description: >-
#   The GDPR asks for protection by design and by default. Asked of objects that say they handle personal data.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2016/679/oj
# custom:
#   parameters:
#     privacy_by_design: {type: boolean, description: whether the policy asks anything}
package attest.compliance.gdpr_privacy_by_design

import data.attest.lib.classification
import data.attest.lib.kubernetes
import data.attest.parameters["gdpr-privacy-by-design"] as parameters

# METADATA
# title: Personal data must not be served past an Ingress
# description: >-
#   A load balancer or node port of its own passes by the TLS and the authentication that stand at the Ingress.
# custom:
#   severity: high
#   remediation: 'use `type: ClusterIP` behind an Ingress with TLS'
#   controls:
#     GDPR: ["Art. 25", "Art. 32"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: customers, labels: {gdpr.attest.continuu.ms/personal-data: "true"}}
#       spec: {type: ClusterIP, ports: [{port: 443}]}
#     bad: |
#       apiVersion: v1
#       kind: Service
#       metadata: {name: customers, labels: {gdpr.attest.continuu.ms/personal-data: "true"}}
#       spec: {type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24], ports: [{port: 443}]}
deny_exposed contains result if {
	parameters.privacy_by_design == true
	kubernetes.service.type in {"LoadBalancer", "NodePort"}
	classification.is_personal
	result := {
		"message": sprintf("service `%s` serves personal data past the Ingress", [kubernetes.name]),
		"path": ["spec", "type"],
	}
}

# METADATA
# title: Personal data must not lie on nodes
# description: >-
#   What is kept in a `hostPath` stays on the node after the pod is gone, outside of encryption, backup and erasure.
# custom:
#   severity: high
#   remediation: use a persistent volume claim with an encrypted storage class
#   controls:
#     GDPR: ["Art. 25", "Art. 32"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: customers, labels: {gdpr.attest.continuu.ms/personal-data: "true"}}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2"}], volumes: [{name: data, persistentVolumeClaim: {claimName: customers}}]}
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: customers, labels: {gdpr.attest.continuu.ms/personal-data: "true"}}
#       spec: {containers: [{name: web, image: "registry.example.com/web:1.4.2"}], volumes: [{name: data, hostPath: {path: /data}}]}
deny_node_storage contains result if {
	parameters.privacy_by_design == true
	classification.is_personal
	some found in kubernetes.volumes
	found.volume.hostPath
	result := {
		"message": sprintf("volume `%s` keeps personal data on the node", [found.name]),
		"path": array.concat(found.path, ["hostPath"]),
	}
}
