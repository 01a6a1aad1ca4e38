package ms.continuu.attest.policy;

import java.util.Set;
import ms.continuu.attest.policy.Subject.Kind;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Tells what a value is: by its content, and by the name of its file only where the content of
/// several kinds is alike.
final class SubjectKinds {
  /// Members of a service that no other format has all by themselves.
  private static final Set<String> SERVICE = Set.of("image", "build", "extends");

  private SubjectKinds() {}

  /// @param file the name of the file it comes from, perhaps with folders
  static Kind of(Value value, String file) {
    return switch (value) {
      case ArrayValue array -> isDockerfile(array) ? Kind.DOCKERFILE : Kind.OTHER;
      case ObjectValue object -> ofObject(object, baseName(file));
      default -> Kind.OTHER;
    };
  }

  private static Kind ofObject(ObjectValue object, String file) {
    String apiVersion = Members.text(object, "apiVersion");
    String kind = Members.text(object, "kind");
    if (isKustomization(file) || apiVersion.startsWith("kustomize.config.k8s.io/")) {
      return Kind.KUSTOMIZATION;
    }
    if (!kind.isEmpty() && !apiVersion.isEmpty()) {
      return Kind.KUBERNETES;
    }
    if (object.get("format_version") != null
        && (object.get("resource_changes") instanceof ArrayValue
            || object.get("planned_values") instanceof ObjectValue)) {
      return Kind.TERRAFORM_PLAN;
    }
    if (isState(object)) {
      return Kind.TERRAFORM_STATE;
    }
    boolean chart = Set.of("v1", "v2").contains(apiVersion) && object.get("version") != null;
    if (chart && !Members.text(object, "name").isEmpty()) {
      return Kind.HELM_CHART;
    }
    return ofPipeline(object, file);
  }

  private static Kind ofPipeline(ObjectValue object, String file) {
    // YAML 1.1 reads the key `on` as true.
    boolean triggered = object.get("on") != null || object.get("true") != null;
    if (triggered && object.get("jobs") instanceof ObjectValue) {
      return Kind.GITHUB_WORKFLOW;
    }
    if (!Members.text(Members.object(object, "runs"), "using").isEmpty()) {
      return Kind.GITHUB_ACTION;
    }
    // Charts' values may well have `services` with images: their name comes first.
    if (isValues(file)) {
      return Kind.HELM_VALUES;
    }
    if (isCompose(object)) {
      return Kind.COMPOSE;
    }
    return file.endsWith(".gitlab-ci.yml") || file.endsWith(".gitlab-ci.yaml") || isGitlab(object)
        ? Kind.GITLAB_CI
        : Kind.OTHER;
  }

  static boolean isKustomization(String baseName) {
    return baseName.equals("kustomization.yaml")
        || baseName.equals("kustomization.yml")
        || baseName.equals("Kustomization");
  }

  private static boolean isValues(String file) {
    return file.startsWith("values") && (file.endsWith(".yaml") || file.endsWith(".yml"));
  }

  private static boolean isState(ObjectValue object) {
    boolean shown =
        object.get("format_version") != null
            && object.get("values") instanceof ObjectValue values
            && values.get("root_module") != null;
    boolean raw =
        object.get("terraform_version") != null
            && object.get("serial") != null
            && object.get("resources") instanceof ArrayValue;
    return shown || raw;
  }

  private static boolean isCompose(ObjectValue object) {
    if (!(object.get("services") instanceof ObjectValue services) || services.size() == 0) {
      return false;
    }
    boolean any = false;
    for (int i = 0; i < services.size(); i++) {
      Value service = services.valueAt(i);
      if (service instanceof ObjectValue members) {
        any |= SERVICE.stream().anyMatch(name -> members.get(name) != null);
      } else if (!(service instanceof NullValue)) {
        return false;
      }
    }
    return any;
  }

  private static boolean isGitlab(ObjectValue object) {
    if (!(object.get("stages") instanceof ArrayValue)) {
      return false;
    }
    for (int i = 0; i < object.size(); i++) {
      if (object.valueAt(i) instanceof ObjectValue job && job.get("script") != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDockerfile(ArrayValue array) {
    return array.size() > 0
        && array.asList().stream()
            .allMatch(item ->
                item instanceof ObjectValue command
                    && command.get("Cmd") instanceof StringValue
                    && command.get("Stage") != null);
  }

  private static String baseName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
