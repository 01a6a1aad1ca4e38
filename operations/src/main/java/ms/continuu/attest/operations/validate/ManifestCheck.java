package ms.continuu.attest.operations.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import ms.continuu.attest.operations.policies.NearestName;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A Kubernetes manifest: what every object has, whether its kind is served, and its fields. Custom
/// resources have fields of their own, of which only the outermost are known.
final class ManifestCheck {
  private static final Set<String> OUTER =
      Set.of("apiVersion", "data", "kind", "metadata", "spec", "status");
  private static final Pattern API_VERSION = Pattern.compile("([a-z0-9.-]+/)?v[0-9a-z]+");
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  /// Groups whose objects configure a program and are no resources: they need no name.
  private static final Pattern CONFIGURATION =
      Pattern.compile(
          "(.*\\.)?(builtin|config|kustomize|kubeadm|kind|audit|skaffold|client)\\b.*|v1 Config|.*"
              + " Config");

  private final Subject subject;
  private final int minor;
  private final List<Diagnostic> found = new ArrayList<>();
  private final KubernetesTable table = KubernetesTable.get();

  /// @param minor the minor version of Kubernetes 1 that the manifest is for
  ManifestCheck(Subject subject, int minor) {
    this.subject = subject;
    this.minor = minor;
  }

  /// Whether the subject wants to be an object of Kubernetes: has both, or one and the parts that
  /// usually come with it.
  boolean isManifest() {
    if (!(subject.value() instanceof ObjectValue object)) {
      return false;
    }
    if (subject.kind() == Subject.Kind.KUBERNETES) {
      return true;
    }
    boolean has = object.get("apiVersion") != null || object.get("kind") != null;
    boolean near =
        has || misspelt(object, "apiVersion") != null && misspelt(object, "kind") != null;
    boolean known = object.get("metadata") != null || object.get("spec") != null;
    return near && (known || object.get("apiVersion") != null && object.get("kind") != null);
  }

  List<Diagnostic> run() {
    ObjectValue object = (ObjectValue) subject.value();
    boolean hasVersion = hasText(object, "apiVersion");
    boolean hasKind = hasText(object, "kind");
    if (!hasVersion || !hasKind) {
      return found;
    }
    String apiVersion = text(object, "apiVersion");
    String kind = text(object, "kind");
    KubernetesTable.Kind known = known(apiVersion, kind);
    String type = known == null ? "" : known.type();
    boolean isList = known != null && kind.endsWith("List") && object.get("items") != null;
    if (!isList) {
      name(object, apiVersion, kind, known != null);
    }
    FieldCheck fields = new FieldCheck(table, subject, found);
    if (!type.isEmpty()) {
      fields.check(object, type);
    } else if (!isList) {
      outerFields(object, known != null);
      if (object.get("metadata") instanceof ObjectValue metadata) {
        fields.checkAt(metadata, "meta.v1.ObjectMeta", "metadata");
      }
    }
    return found;
  }

  private boolean hasText(ObjectValue object, String key) {
    Value value = object.get(key);
    if (value instanceof StringValue text && !text.text().isBlank()) {
      return true;
    }
    if (value != null) {
      error("wrong_type", "`" + key + "` is a text", "", key);
      return false;
    }
    String near = misspelt(object, key);
    error(
        "missing_field",
        "object lacks `" + key + "`",
        near == null ? "" : "is `" + near + "` meant to be `" + key + "`?",
        near == null ? new String[0] : new String[] {near});
    return false;
  }

  /// A key that is nearly the one that is wanted.
  private static @Nullable String misspelt(ObjectValue object, String key) {
    for (int i = 0; i < object.size(); i++) {
      if (object.keyAt(i) instanceof StringValue name
          && !OUTER.contains(name.text())
          && key.equals(NearestName.to(name.text(), OUTER))) {
        return name.text();
      }
    }
    return null;
  }

  /// The kind in the table; null, and perhaps an error, when it is not there.
  private KubernetesTable.@Nullable Kind known(String apiVersion, String kind) {
    KubernetesTable.Kind known = table.kind(apiVersion, kind);
    if (known != null) {
      if (known.removedIn() > 0 && known.removedIn() <= minor) {
        error(
            "removed_api_version",
            "`" + apiVersion + "` of " + kind + " was removed in Kubernetes 1." + known.removedIn(),
            known.replacement().isEmpty() ? served(kind) : "use `" + known.replacement() + "`",
            "apiVersion");
      }
      return known;
    }
    // `builtin` is how kustomize names its own transformers.
    if (!API_VERSION.matcher(apiVersion).matches() && !apiVersion.equals("builtin")) {
      error(
          "bad_api_version",
          "`" + apiVersion + "` is no API version",
          "such as `v1` or `apps/v1`",
          "apiVersion");
      return null;
    }
    if (apiVersion.equals("v1") && (kind.equals("List") || kind.equals("Config"))) {
      return null;
    }
    Map<String, KubernetesTable.Kind> siblings = table.kindsOf(apiVersion);
    List<String> versions = table.versionsOf(kind, minor);
    if (!siblings.isEmpty()) {
      String near = NearestName.to(kind, siblings.keySet());
      error(
          "unknown_kind",
          "`" + apiVersion + "` has no kind `" + kind + "`",
          !versions.isEmpty() ? served(kind) : near == null ? "" : "did you mean `" + near + "`?",
          versions.isEmpty() ? "kind" : "apiVersion");
    } else if (groups().contains(group(apiVersion))) {
      error(
          "unknown_api_version",
          "`" + apiVersion + "` is no API version of Kubernetes " + KubernetesTable.release(),
          served(kind),
          "apiVersion");
    } else if (!versions.isEmpty() && !group(apiVersion).contains(".")) {
      error(
          "unknown_api_version",
          "`" + apiVersion + "` is no API version of " + kind,
          served(kind),
          "apiVersion");
    }
    return null;
  }

  private String served(String kind) {
    List<String> versions = table.versionsOf(kind, minor);
    return versions.isEmpty() ? "" : "use `" + String.join("` or `", versions) + "`";
  }

  private Set<String> groups() {
    Set<String> groups = new TreeSet<>();
    table.apiVersions().forEach(version -> groups.add(group(version)));
    return groups;
  }

  private static String group(String apiVersion) {
    return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
  }

  private void name(ObjectValue object, String apiVersion, String kind, boolean isKnown) {
    if (CONFIGURATION.matcher(apiVersion + " " + kind).matches()) {
      return;
    }
    Value metadata = object.get("metadata");
    if (!(metadata instanceof ObjectValue told)) {
      boolean asks = isKnown || object.get("spec") != null;
      String near = misspelt(object, "metadata");
      if (metadata == null && asks) {
        error(
            "missing_field",
            kind + " lacks `metadata.name`",
            near == null ? "" : "is `" + near + "` meant to be `metadata`?",
            near == null ? new String[0] : new String[] {near});
      } else if (metadata != null && !isKnown) {
        error("wrong_type", "`metadata` is an object", "", "metadata");
      }
      return;
    }
    Value name = told.get("name");
    if (name == null && told.get("generateName") == null) {
      error("missing_field", kind + " lacks `metadata.name`", "", "metadata");
    } else if (name instanceof StringValue text) {
      boolean free = group(apiVersion).equals("rbac.authorization.k8s.io");
      boolean good =
          free
              ? !text.text().isEmpty() && !text.text().matches(".*[/%].*|\\.\\.?")
              : text.text().length() <= 253 && NAME.matcher(text.text()).matches();
      if (!good) {
        // What nobody knows may be no resource of a cluster, but a tool's own file.
        add(
            "bad_name",
            isKnown ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING,
            "`" + text.text() + "` is no name for an object",
            free
                ? "names hold neither `/` nor `%`"
                : "lower case letters, digits, `-` and `.`, at most 253",
            "metadata",
            "name");
      }
    }
  }

  /// Misspelt fields of an object whose type nobody knows.
  private void outerFields(ObjectValue object, boolean isKnown) {
    for (int i = 0; i < object.size(); i++) {
      if (!isKnown && object.keyAt(i) instanceof StringValue key && !OUTER.contains(key.text())) {
        String near = NearestName.to(key.text(), OUTER);
        if (near != null && !near.equals("metadata") && object.get(near) == null) {
          add(
              "unknown_field",
              Diagnostic.Severity.WARNING,
              "field `" + key.text() + "` is unusual",
              "did you mean `" + near + "`?",
              key.text());
        }
      }
    }
  }

  private static String text(ObjectValue object, String key) {
    return object.get(key) instanceof StringValue text ? text.text() : "";
  }

  private void error(String code, String message, String help, String... path) {
    add(code, Diagnostic.Severity.ERROR, message, help, path);
  }

  private void add(
      String code, Diagnostic.Severity severity, String message, String help, String... path) {
    List<Value> keys = new ArrayList<>();
    for (String key : path) {
      keys.add(StringValue.of(key));
    }
    found.add(
        new Diagnostic(code, severity, message, subject.locate(keys), List.of(), List.of(), help));
  }
}
