package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.policy.Finding;
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
  private static final Set<String> READ = Set.of("msg", "message", "path", "severity", "fix");

  private RegoResults() {}

  static void read(RegoRule rule, Value result, Subject subject, List<Finding> findings) {
    switch (result) {
      case SetValue set -> set.forEach(item -> findings.add(finding(rule, item, subject)));
      case ArrayValue array -> array.forEach(item -> findings.add(finding(rule, item, subject)));
      case ObjectValue object when !hasMessage(object) -> {
        // A partial object, whose values tell, or whose keys do.
        for (int i = 0; i < object.size(); i++) {
          boolean told =
              object.valueAt(i) instanceof ObjectValue || object.valueAt(i) instanceof StringValue;
          findings.add(finding(rule, told ? object.valueAt(i) : object.keyAt(i), subject));
        }
      }
      case ObjectValue object -> findings.add(finding(rule, object, subject));
      case StringValue string -> findings.add(finding(rule, string, subject));
      case BooleanValue bool -> {
        if (bool == BooleanValue.TRUE) {
          String message =
              rule.title().isEmpty() ? rule.policy() + " says " + rule.name() : rule.title();
          findings.add(finding(rule, StringValue.of(message), subject));
        }
      }
      case NullValue n -> {}
      case NumberValue number -> findings.add(finding(rule, number, subject));
    }
  }

  private static boolean hasMessage(ObjectValue object) {
    return object.get("message") != null || object.get("msg") != null;
  }

  private static Finding finding(RegoRule rule, Value result, Subject subject) {
    ObjectValue object = result instanceof ObjectValue o ? o : ObjectValue.EMPTY;
    List<Value> path = path(object.get("path"));
    String fix = object.get("fix") instanceof StringValue text ? text.text() : rule.fix();
    return new Finding(
        rule.policy(),
        rule.name(),
        rule.title(),
        rule.severity(object),
        rule.level(),
        message(result),
        path,
        subject.locate(path),
        subject.resource(path),
        fix,
        metadata(object));
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
