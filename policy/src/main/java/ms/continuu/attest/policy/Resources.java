package ms.continuu.attest.policy;

import java.util.List;
import java.util.Set;
import ms.continuu.attest.policy.Subject.Kind;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// What a node of a subject belongs to, as its owner knows it, and how many such things there are.
final class Resources {
  /// Members of a GitLab pipeline that are no jobs.
  private static final Set<String> GITLAB_SETTINGS =
      Set.of(
          "default",
          "include",
          "stages",
          "variables",
          "workflow",
          "image",
          "services",
          "cache",
          "before_script",
          "after_script",
          "spec");

  private Resources() {}

  static Resource of(Kind kind, Value value, List<Value> path) {
    return switch (kind) {
      case KUBERNETES -> kubernetes(value);
      case TERRAFORM_PLAN, TERRAFORM_STATE -> terraform(value, path);
      case COMPOSE -> named("service", memberOf("services", path));
      case GITHUB_WORKFLOW -> job(value, path);
      case GITHUB_ACTION -> action(value, path);
      case GITLAB_CI -> {
        String name = path.isEmpty() ? "" : text(path.getFirst());
        yield GITLAB_SETTINGS.contains(name) ? Resource.NONE : named("job", name);
      }
      case DOCKERFILE -> stage((ArrayValue) value, path);
      case HELM_CHART -> named("chart", Members.text(value, "name"));
      case HELM_VALUES, KUSTOMIZATION, OTHER -> Resource.NONE;
    };
  }

  /// How many things a subject holds that findings can be about; at least one, the subject itself.
  static int count(Kind kind, Value value) {
    int count =
        switch (kind) {
          case TERRAFORM_PLAN -> managed(Members.array(value, "resource_changes"));
          case TERRAFORM_STATE ->
              managed(Members.array(value, "resources"))
                  + inModules(Members.object(Members.object(value, "values"), "root_module"));
          case COMPOSE -> Members.object(value, "services").size();
          case GITHUB_WORKFLOW -> Members.object(value, "jobs").size();
          case GITLAB_CI -> gitlabJobs((ObjectValue) value);
          case DOCKERFILE -> stages((ArrayValue) value);
          case KUBERNETES, GITHUB_ACTION, HELM_CHART, HELM_VALUES, KUSTOMIZATION, OTHER -> 1;
        };
    return Math.max(count, 1);
  }

  private static int managed(ArrayValue resources) {
    return (int)
        resources.asList().stream()
            .filter(resource -> !Members.text(resource, "mode").equals("data"))
            .count();
  }

  private static int inModules(ObjectValue module) {
    int count = managed(Members.array(module, "resources"));
    for (Value child : Members.array(module, "child_modules")) {
      count += child instanceof ObjectValue below ? inModules(below) : 0;
    }
    return count;
  }

  private static int gitlabJobs(ObjectValue pipeline) {
    int count = 0;
    for (int i = 0; i < pipeline.size(); i++) {
      boolean job = !GITLAB_SETTINGS.contains(text(pipeline.keyAt(i)));
      count += job && pipeline.valueAt(i) instanceof ObjectValue ? 1 : 0;
    }
    return count;
  }

  private static int stages(ArrayValue commands) {
    return (int)
        commands.asList().stream().filter(c -> Members.text(c, "Cmd").equals("from")).count();
  }

  private static Resource kubernetes(Value value) {
    ObjectValue metadata = Members.object(value, "metadata");
    String name = Members.text(metadata, "name");
    return new Resource(
        Members.text(value, "kind"),
        Members.text(metadata, "namespace"),
        name.isEmpty() ? Members.text(metadata, "generateName") : name,
        "");
  }

  /// The innermost resource that a path leads through.
  private static Resource terraform(Value value, List<Value> path) {
    Resource found = Resource.NONE;
    Value node = value;
    for (Value step : path) {
      Value next = Members.child(node, step);
      if (next == null) {
        break;
      }
      node = next;
      String type = Members.text(node, "type");
      if (!type.isEmpty() && !Members.text(node, "address").isEmpty()) {
        found = new Resource(type, "", Members.text(node, "name"), Members.text(node, "address"));
      } else if (!type.isEmpty() && !Members.array(node, "instances").equals(ArrayValue.EMPTY)) {
        found = new Resource(type, "", Members.text(node, "name"), stateAddress(node));
      } else if (node instanceof ObjectValue instance
          && instance.get("index_key") != null
          && instance.get("attributes") != null) {
        String index = "[" + instance.get("index_key") + "]";
        found = new Resource(found.kind(), "", found.name(), found.address() + index);
      }
    }
    return found;
  }

  private static String stateAddress(Value resource) {
    String module = Members.text(resource, "module");
    return (module.isEmpty() ? "" : module + ".")
        + (Members.text(resource, "mode").equals("data") ? "data." : "")
        + Members.text(resource, "type")
        + "."
        + Members.text(resource, "name");
  }

  private static Resource job(Value workflow, List<Value> path) {
    String job = memberOf("jobs", path);
    if (path.size() < 4 || !text(path.get(2)).equals("steps")) {
      return named("job", job);
    }
    Value steps = Members.array(Members.object(Members.object(workflow, "jobs"), job), "steps");
    return step(job, steps, path.get(3));
  }

  private static Resource action(Value action, List<Value> path) {
    if (path.size() < 3 || !memberOf("runs", path).equals("steps")) {
      return named("action", Members.text(action, "name"));
    }
    return step("", Members.array(Members.object(action, "runs"), "steps"), path.get(2));
  }

  /// A step by its id or name, what it uses, or its number.
  private static Resource step(String job, Value steps, Value index) {
    Value step = Members.child(steps, index);
    if (step == null) {
      return named("job", job);
    }
    for (String member : List.of("id", "name", "uses")) {
      String name = Members.text(step, member);
      if (!name.isEmpty()) {
        return new Resource("step", job, name, "");
      }
    }
    return new Resource("step", job, "steps[" + index + "]", "");
  }

  private static Resource stage(ArrayValue commands, List<Value> path) {
    Value command = path.isEmpty() ? null : Members.child(commands, path.getFirst());
    if (!(command instanceof ObjectValue one) || !(one.get("Stage") instanceof NumberValue stage)) {
      return Resource.NONE;
    }
    for (Value other : commands) {
      ArrayValue words = Members.array(other, "Value");
      if (Members.text(other, "Cmd").equals("from")
          && ((ObjectValue) other).get("Stage") instanceof NumberValue its
          && its.equals(stage)
          && words.size() == 3) {
        return named("stage", text(words.get(2)));
      }
    }
    return named("stage", stage.text());
  }

  private static Resource named(String kind, String name) {
    return name.isEmpty() ? Resource.NONE : new Resource(kind, "", name, "");
  }

  /// The second step of a path that begins with a name, or nothing.
  private static String memberOf(String first, List<Value> path) {
    return path.size() > 1 && text(path.getFirst()).equals(first) ? text(path.get(1)) : "";
  }

  private static String text(Value value) {
    return value instanceof StringValue s ? s.text() : "";
  }
}
