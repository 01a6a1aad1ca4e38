package ms.continuu.attest.operations.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Judges the examples that policies bring along in their annotations: `good` must have no finding
/// of the rules that they describe, `bad` at least one. An example is a text of one or more
/// documents; `parameters` beside them configure the policy.
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
        Value example = examples.get(kind);
        if (example != null) {
          results.add(judge(policy, rules, examples, kind, label + kind + " example"));
        }
      }
    });
    return results;
  }

  private CaseResult judge(
      PolicyDescription policy,
      List<RuleDescription> rules,
      ObjectValue examples,
      String kind,
      String name) {
    Location place = place(policy, rules, examples, kind);
    if (!(examples.get(kind) instanceof StringValue text)) {
      return new CaseResult(
          CaseResult.Kind.EXAMPLE,
          name,
          TestResult.Outcome.ERROR,
          place,
          "is no text (begin it with `" + kind + ": |`)",
          0,
          null);
    }
    ObjectValue parameters =
        examples.get("parameters") instanceof ObjectValue told ? told : ObjectValue.EMPTY;
    return judge
        .judge(
            place.file() + " (" + name + ")",
            text.text().getBytes(StandardCharsets.UTF_8),
            policy,
            rules,
            parameters)
        .expecting(kind.equals(GOOD), CaseResult.Kind.EXAMPLE, name, place);
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
