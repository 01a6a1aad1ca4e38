package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A rule that judges: `deny`, `violation` or `warn`, or a name that begins with one of these and
/// an underscore.
///
/// @param path the package's path, from `data` on
/// @param shape what it expects as its input
record RegoRule(RuleDescription description, Term.Ref path, InputShape shape) {

  /// Whether a rule of this name judges.
  static boolean judges(String name) {
    return switch (verb(name)) {
      case "deny", "violation", "warn" -> true;
      default -> false;
    };
  }

  private static String verb(String name) {
    int end = name.indexOf('_');
    return end < 0 ? name : name.substring(0, end);
  }

  /// The part of the name after the verb, which exceptions name: `x` of `deny_x`.
  static String suffix(String name) {
    return name.substring(Math.min(name.length(), verb(name).length() + 1));
  }

  String name() {
    return description.name();
  }

  /// A rule with what its annotations say of it and, where they are silent, those of its package.
  static RegoRule of(
      PolicyId policy,
      Term.Ref path,
      String name,
      List<Rule> definitions,
      @Nullable Annotations packages,
      Convention convention) {
    List<Annotations> told = new ArrayList<>();
    definitions.forEach(rule -> told.addAll(rule.annotations()));
    if (packages != null) {
      told.add(packages);
    }
    Level level = verb(name).equals("warn") ? Level.WARNING : Level.VIOLATION;
    String severity = custom(told, "severity");
    String remediation = custom(told, "remediation");
    RuleDescription description =
        new RuleDescription(
            policy,
            name,
            level,
            Severity.of(severity).orElse(level == Level.WARNING ? Severity.LOW : Severity.MEDIUM),
            told.stream().map(Annotations::title).filter(t -> !t.isEmpty()).findFirst().orElse(""),
            told.stream()
                .map(Annotations::description)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse(""),
            remediation.isEmpty() ? custom(told, "fix") : remediation,
            controls(told),
            told.stream()
                .flatMap(annotations -> annotations.relatedResources().stream())
                .map(Annotations.RelatedResource::ref)
                .distinct()
                .toList(),
            convention.toString(),
            custom(told),
            definitions.getFirst().location());
    return new RegoRule(description, path, convention.shape());
  }

  /// How a package is asked.
  record Convention(InputShape shape, Dialect dialect) {
    @Override
    public String toString() {
      return "the document is `" + shape.label() + "`; Rego " + dialect.label();
    }
  }

  /// The custom sections in one; of members of one name the nearest to the rule.
  private static ObjectValue custom(List<Annotations> told) {
    ObjectValue.Builder all = ObjectValue.builder();
    for (Annotations annotations : told.reversed()) {
      if (annotations.custom() != null) {
        for (int i = 0; i < annotations.custom().size(); i++) {
          all.put(annotations.custom().keyAt(i), annotations.custom().valueAt(i));
        }
      }
    }
    return all.build();
  }

  private static String custom(List<Annotations> told, String name) {
    for (Annotations annotations : told) {
      if (annotations.custom() != null
          && annotations.custom().get(name) instanceof StringValue text) {
        return text.text();
      }
    }
    return "";
  }

  private static SequencedMap<String, List<String>> controls(List<Annotations> told) {
    SequencedMap<String, List<String>> controls = new LinkedHashMap<>();
    for (Annotations annotations : told) {
      if (annotations.custom() != null
          && annotations.custom().get("controls") instanceof ObjectValue frameworks) {
        for (int i = 0; i < frameworks.size(); i++) {
          if (frameworks.keyAt(i) instanceof StringValue framework) {
            controls.putIfAbsent(framework.text(), texts(frameworks.valueAt(i)));
          }
        }
      }
    }
    return controls;
  }

  private static List<String> texts(Value value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      array.forEach(item -> texts.add(item instanceof StringValue s ? s.text() : item.toString()));
    } else if (value instanceof StringValue text) {
      texts.add(text.text());
    }
    return texts;
  }

  /// The ref of the rule as Rego text.
  String ref() {
    return ref(path, name());
  }

  /// The ref of a rule of a package as Rego text.
  static String ref(Term.Ref path, String name) {
    StringBuilder ref = new StringBuilder("data");
    List<Term> parts = path.terms();
    for (Term part : parts.subList(1, parts.size())) {
      ref.append('[')
          .append(part instanceof Term.Scalar scalar ? scalar.value() : part)
          .append(']');
    }
    return ref.append('[').append(StringValue.of(name)).append(']').toString();
  }
}
