# METADATA
# title: Images must come from registries that are kept up
# description: >-
#   `k8s.gcr.io` has been frozen since April 2023: it gets no new versions, no security fixes, and may go.
# related_resources:
#   - https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/
# custom:
#   severity: medium
#   remediation: use `registry.k8s.io`, and a version that is maintained
#   controls:
#     SOC2: ["CC7.1"]
#     PCI-DSS-4.0: ["6.3.3"]
#   examples:
#     good: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: pause, image: "registry.k8s.io/pause:3.10"}]
#     bad: |
#       apiVersion: v1
#       kind: Pod
#       metadata: {name: web}
#       spec:
#         containers: [{name: pause, image: "k8s.gcr.io/pause:3.2"}]
package attest.deployment.frozen_registries

import data.attest.lib.kubernetes

frozen := ["k8s.gcr.io", "gcr.io/google-containers", "gcr.io/google_containers"]

warn contains result if {
	some image in kubernetes.images
	some place in frozen
	kubernetes.comes_from(image, place)
	result := {
		"message": sprintf("container `%s` runs `%s` from a frozen registry", [image.name, image.text]),
		"path": image.path,
	}
}
