package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What rules return, as findings: a set or array of messages, or of objects with `msg` or
/// `message` and what else the rule wants to tell; a single message; `true`.
final class RegoResults {
  /// Members of a result that become parts of the finding; the others are its metadata.
  private static final Set<String> READ =
      Set.of("msg", "message", "path", "severity", "fix", "violated");

  private final RuleDescription rule;
  private final Subject subject;
  private final Standing standing;
  private final List<Finding> findings;

  private RegoResults(
      RuleDescription rule, Subject subject, Standing standing, List<Finding> findings) {
    this.rule = rule;
    this.subject = subject;
    this.standing = standing;
    this.findings = findings;
  }

  static void read(
      RuleDescription rule,
      Value result,
      Subject subject,
      Standing standing,
      List<Finding> findings) {
    RegoResults results = new RegoResults(rule, subject, standing, findings);
    results.read(result);
  }

  private void read(Value result) {
    switch (result) {
      case SetValue set -> set.forEach(item -> add(item));
      case ArrayValue array -> array.forEach(item -> add(item));
      case ObjectValue object when !hasMessage(object) -> {
        // A partial object, whose values tell, or whose keys do.
        for (int i = 0; i < object.size(); i++) {
          boolean told =
              object.valueAt(i) instanceof ObjectValue || object.valueAt(i) instanceof StringValue;
          add(told ? object.valueAt(i) : object.keyAt(i));
        }
      }
      case ObjectValue object -> add(object);
      case StringValue string -> add(string);
      case BooleanValue bool -> {
        if (bool == BooleanValue.TRUE) {
          String message =
              rule.title().isEmpty() ? rule.policy() + " says " + rule.name() : rule.title();
          add(StringValue.of(message));
        }
      }
      case NullValue n -> {}
      case NumberValue number -> add(number);
    }
  }

  private static boolean hasMessage(ObjectValue object) {
    return object.get("message") != null || object.get("msg") != null;
  }

  private void add(Value result) {
    ObjectValue object = result instanceof ObjectValue o ? o : ObjectValue.EMPTY;
    if (object.get("violated") == BooleanValue.FALSE) {
      return;
    }
    List<Value> path = path(object.get("path"));
    findings.add(
        new Finding(
            rule,
            severity(object),
            rule.level(),
            message(result),
            path,
            subject.locate(path),
            subject.resource(path),
            object.get("fix") instanceof StringValue text ? text.text() : rule.remediation(),
            metadata(object),
            standing));
  }

  /// The severity of a finding, of which the result itself has the first word.
  private Severity severity(ObjectValue result) {
    return result.get("severity") instanceof StringValue word
        ? Severity.of(word.text()).orElse(rule.severity())
        : rule.severity();
  }

  private static String message(Value result) {
    Value told = result;
    if (result instanceof ObjectValue object) {
      Value message = object.get("message") != null ? object.get("message") : object.get("msg");
      told = message != null ? message : result;
    }
    return told instanceof StringValue string ? string.text() : Json.text(told);
  }

  /// A path as an array of keys and indexes, or as a JSON pointer.
  private static List<Value> path(@Nullable Value told) {
    List<Value> path = new ArrayList<>();
    if (told instanceof ArrayValue array) {
      array.forEach(path::add);
    } else if (told instanceof StringValue pointer && pointer.text().startsWith("/")) {
      for (String part : pointer.text().substring(1).split("/", -1)) {
        boolean index =
            !part.isEmpty()
                && part.length() < 10
                && part.chars().allMatch(c -> c >= '0' && c <= '9');
        path.add(
            index
                ? NumberValue.of(Long.parseLong(part))
                : StringValue.of(part.replace("~1", "/").replace("~0", "~")));
      }
    }
    return path;
  }

  private static ObjectValue metadata(ObjectValue result) {
    ObjectValue.Builder metadata = ObjectValue.builder();
    for (int i = 0; i < result.size(); i++) {
      if (!(result.keyAt(i) instanceof StringValue key && READ.contains(key.text()))) {
        metadata.put(result.keyAt(i), result.valueAt(i));
      }
    }
    return metadata.build();
  }
}
