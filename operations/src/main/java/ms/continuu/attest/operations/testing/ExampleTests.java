package ms.continuu.attest.operations.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Judges the examples that policies bring along in their annotations: `good` must have no finding
/// of the rules that they describe, `bad` at least one. An example is a text, or a document, or a
/// list of these; `parameters` beside them configure the policy.
record ExampleTests(DocumentJudge judge) {
  private static final String GOOD = "good";
  private static final String BAD = "bad";

  /// The cases of a policy.
  List<CaseResult> of(PolicyDescription policy) {
    Map<ObjectValue, List<RuleDescription>> groups = new LinkedHashMap<>();
    for (RuleDescription rule : policy.rules()) {
      if (rule.custom().get("examples") instanceof ObjectValue examples) {
        groups.computeIfAbsent(examples, same -> new ArrayList<>()).add(rule);
      }
    }
    List<CaseResult> results = new ArrayList<>();
    groups.forEach((examples, rules) -> {
      boolean all = rules.size() == policy.rules().size();
      String label = all ? "" : rules.getFirst().name() + ": ";
      for (String kind : List.of(GOOD, BAD)) {
        List<Value> values = values(examples.get(kind));
        for (int i = 0; i < values.size(); i++) {
          String number = values.size() == 1 ? "" : " " + (i + 1);
          Location place = place(policy, rules, examples, kind);
          DocumentJudge.Judged judged =
              judge.judge(
                  place.file() + " (" + label + kind + " example" + number + ")",
                  bytes(values.get(i)),
                  policy,
                  rules,
                  examples.get("parameters") instanceof ObjectValue told
                      ? told
                      : ObjectValue.EMPTY);
          results.add(
              judged.expecting(
                  kind.equals(GOOD),
                  CaseResult.Kind.EXAMPLE,
                  label + kind + " example" + number,
                  place));
        }
      }
    });
    return results;
  }

  private static List<Value> values(@Nullable Value example) {
    if (example == null) {
      return List.of();
    }
    return example instanceof ArrayValue array ? array.asList() : List.of(example);
  }

  private static byte[] bytes(Value example) {
    String text = example instanceof StringValue string ? string.text() : Json.text(example);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Where an example stands: the last line that begins it above the rule, or above the package
  /// when it is the package's.
  private static Location place(
      PolicyDescription policy, List<RuleDescription> rules, ObjectValue examples, String kind) {
    boolean shared =
        policy.custom().get("examples") instanceof ObjectValue own && own.equals(examples);
    Location anchor = shared ? policy.location() : rules.getFirst().location();
    SourceFile source = anchor.source();
    Pattern begin = Pattern.compile("^#\\s+" + kind + ":.*");
    for (int row = anchor.row(); row > 0; row--) {
      if (begin.matcher(source.line(row)).matches()) {
        int start = source.offset(row, 1);
        return source.at(start, start + source.line(row).length());
      }
    }
    return anchor;
  }
}
