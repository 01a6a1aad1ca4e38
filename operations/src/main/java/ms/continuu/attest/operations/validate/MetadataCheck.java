package ms.continuu.attest.operations.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.operations.policies.NearestName;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What ATTEST reads in `# METADATA` blocks. That they are YAML of the right form is the parser's
/// concern; it ignores keys that it does not know, so a misplaced `severity` goes unnoticed there.
final class MetadataCheck {
  private static final Set<String> FIELDS =
      Set.of(
          "authors",
          "compile",
          "custom",
          "description",
          "entrypoint",
          "labels",
          "organizations",
          "related_resources",
          "schemas",
          "scope",
          "title");

  /// What ATTEST reads below `custom`, where others may put what they like.
  private static final Set<String> CUSTOM =
      Set.of("controls", "examples", "parameters", "remediation", "severity");

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "object", "string");

  private final Document block;
  private final SourceFile file;
  private final List<Diagnostic> found = new ArrayList<>();

  private MetadataCheck(Document block, SourceFile file) {
    this.block = block;
    this.file = file;
  }

  static List<Diagnostic> of(Module module) {
    List<Diagnostic> found = new ArrayList<>();
    for (Annotations annotations : module.annotations()) {
      Document block = block(annotations, module);
      if (block != null && block.value() instanceof ObjectValue told) {
        MetadataCheck check = new MetadataCheck(block, module.source());
        check.check(told, annotations, module);
        found.addAll(check.found);
      }
    }
    return found;
  }

  /// The comments of a block as YAML that stands where they stand: everything else is blank.
  private static @Nullable Document block(Annotations annotations, Module module) {
    SourceFile source = module.source();
    StringBuilder blank = new StringBuilder(source.text().length());
    source.text().chars().forEach(c -> blank.append(c == '\n' ? '\n' : ' '));
    int row = annotations.location().row() + 1;
    for (Module.Comment comment : module.comments()) {
      if (comment.location().row() == row) {
        int start = comment.location().start() + 1;
        int end = source.offset(row, 1) + source.line(row).length();
        blank.replace(start, end, source.text().substring(start, end));
        row++;
      }
    }
    SourceFile yaml = new SourceFile(source.name(), blank.toString());
    List<Document> documents = Yaml.OPA.read(yaml, DocumentLimits.DEFAULT).documents();
    return documents.size() == 1 ? documents.getFirst() : null;
  }

  private void check(ObjectValue told, Annotations annotations, Module module) {
    for (int i = 0; i < told.size(); i++) {
      if (told.keyAt(i) instanceof StringValue key && !FIELDS.contains(key.text())) {
        unknown(key.text());
      }
    }
    if (!(told.get("custom") instanceof ObjectValue custom)) {
      return;
    }
    if (custom.get("severity") != null && !isSeverity(custom.get("severity"))) {
      error(
          "unknown_severity",
          "severity " + shown(custom.get("severity")) + " is not known",
          "severities are critical, high, medium, low and info",
          "custom",
          "severity");
    }
    if (custom.get("remediation") != null && !(custom.get("remediation") instanceof StringValue)) {
      error(
          "bad_metadata",
          "`remediation` is a text",
          "quote it: YAML takes a colon for a key",
          "custom",
          "remediation");
    }
    controls(custom);
    parameters(custom);
    examples(custom);
    boolean judges =
        annotations.scope().equals("package")
            ? module.rules().stream().anyMatch(RegoModules::isJudging)
            : module.rules().stream()
                .anyMatch(rule ->
                    RegoModules.isJudging(rule) && rule.annotations().contains(annotations));
    if (judges && annotations.title().isEmpty() && custom.get("severity") != null) {
      warning("missing_title", "a rule with a severity lacks a `title`", "", "custom", "severity");
    }
    for (int i = 0; i < custom.size(); i++) {
      if (custom.keyAt(i) instanceof StringValue key && !CUSTOM.contains(key.text())) {
        String near = NearestName.to(key.text(), CUSTOM);
        if (near != null) {
          warning(
              "unknown_metadata",
              "`custom." + key.text() + "` is not read",
              "did you mean `" + near + "`?",
              "custom",
              key.text());
        }
      }
    }
  }

  private void unknown(String key) {
    String near = NearestName.to(key, FIELDS);
    warning(
        "unknown_metadata",
        "`" + key + "` is not read here",
        CUSTOM.contains(key)
            ? "write it below `custom`"
            : near == null ? "other keys stand below `custom`" : "did you mean `" + near + "`?",
        key);
  }

  private static boolean isSeverity(@Nullable Value value) {
    return value instanceof StringValue word && Severity.of(word.text()).isPresent();
  }

  private void controls(ObjectValue custom) {
    Value controls = custom.get("controls");
    if (controls == null) {
      return;
    }
    if (!(controls instanceof ObjectValue frameworks)) {
      error(
          "bad_metadata",
          "`controls` maps frameworks to lists of controls",
          "such as `SOC2: [\"CC6.1\"]`",
          "custom",
          "controls");
      return;
    }
    for (int i = 0; i < frameworks.size(); i++) {
      boolean texts =
          frameworks.valueAt(i) instanceof ArrayValue list
              && list.asList().stream().allMatch(StringValue.class::isInstance);
      if (!texts && frameworks.keyAt(i) instanceof StringValue framework) {
        error(
            "bad_metadata",
            "the controls of `" + framework.text() + "` are a list of texts",
            "quote numbers: `[\"5.2\"]`",
            "custom",
            "controls",
            framework.text());
      }
    }
  }

  private void parameters(ObjectValue custom) {
    if (!(custom.get("parameters") instanceof ObjectValue parameters)) {
      return;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!(parameters.keyAt(i) instanceof StringValue name)) {
        continue;
      }
      Value type = parameters.valueAt(i) instanceof ObjectValue told ? told.get("type") : null;
      if (type == null) {
        warning(
            "bad_metadata",
            "parameter `" + name.text() + "` has no type",
            "types are " + String.join(", ", TYPES.stream().sorted().toList()),
            "custom",
            "parameters",
            name.text());
      } else if (!(type instanceof StringValue word && TYPES.contains(word.text()))) {
        error(
            "bad_metadata",
            "type " + shown(type) + " of parameter `" + name.text() + "` is not known",
            "types are " + String.join(", ", TYPES.stream().sorted().toList()),
            "custom",
            "parameters",
            name.text(),
            "type");
      }
    }
  }

  private void examples(ObjectValue custom) {
    if (!(custom.get("examples") instanceof ObjectValue examples)) {
      return;
    }
    for (String name : List.of("good", "bad")) {
      Value example = examples.get(name);
      if (example != null && !(example instanceof StringValue)) {
        error(
            "bad_metadata",
            "the " + name + " example is a text",
            "begin it with `" + name + ": |`",
            "custom",
            "examples",
            name);
      }
    }
  }

  private static String shown(@Nullable Value value) {
    return value instanceof StringValue text ? "`" + text.text() + "`" : "`" + value + "`";
  }

  private void error(String code, String message, String help, String... path) {
    add(code, Diagnostic.Severity.ERROR, message, help, path);
  }

  private void warning(String code, String message, String help, String... path) {
    add(code, Diagnostic.Severity.WARNING, message, help, path);
  }

  private void add(
      String code, Diagnostic.Severity severity, String message, String help, String... path) {
    List<Value> keys = new ArrayList<>();
    for (String key : path) {
      keys.add(StringValue.of(key));
    }
    Location place = block.positions().locate(keys);
    found.add(
        new Diagnostic(
            code,
            severity,
            message,
            file.at(place.start(), place.end()),
            List.of(),
            List.of(),
            help));
  }
}
