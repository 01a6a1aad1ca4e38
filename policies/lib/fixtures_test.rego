# METADATA
# description: Small Kubernetes objects for the tests of policies.
package attest.lib.fixtures_test

# A pod with one sound container, changed by what the test is about.
pod(spec) := {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": object.union({"containers": [container({})]}, spec)}

pod_with(settings) := pod({"containers": [container(settings)]})

container(settings) := object.union({"name": "a", "image": "r.example.com/a:1"}, settings)

deployment(spec) := controller("apps/v1", "Deployment", {"template": {"spec": object.union({"containers": [container({})]}, spec)}})

deployment_with(settings) := deployment({"containers": [container(settings)]})

cron_job(spec) := controller("batch/v1", "CronJob", {"jobTemplate": {"spec": {"template": {"spec": object.union({"containers": [container({})]}, spec)}}}})

cron_job_with(settings) := cron_job({"containers": [container(settings)]})

controller(version, kind, spec) := {"apiVersion": version, "kind": kind, "metadata": {"name": "web", "namespace": "shop"}, "spec": spec}

object_of(version, kind, fields) := object.union({"apiVersion": version, "kind": kind, "metadata": {"name": "web"}}, fields)

role(rules) := object_of("rbac.authorization.k8s.io/v1", "Role", {"rules": rules})

cluster_role(rules) := object_of("rbac.authorization.k8s.io/v1", "ClusterRole", {"rules": rules})

binding(role, subjects) := object_of("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", {"roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": role}, "subjects": subjects})

messages(results) := {result.message | some result in results}

paths(results) := {result.path | some result in results}
