package ms.continuu.attest.operations.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.Subjects;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Judges documents by some rules of a set.
///
/// @param data what policies read
record DocumentJudge(PolicySet policies, ObjectValue data, Host host, Limits limits) {

  /// What rules found in the documents of a text.
  ///
  /// @param subjects things judged
  record Judged(
      List<Subject> subjects, List<Finding> findings, List<Diagnostic> faults, long nanos) {

    /// How a case went that must have no finding, or one.
    CaseResult expecting(boolean none, CaseResult.Kind kind, String name, Location location) {
      TestResult.Outcome outcome = TestResult.Outcome.PASS;
      String message = "";
      if (!faults.isEmpty() || subjects.isEmpty()) {
        outcome = TestResult.Outcome.ERROR;
        message =
            faults.isEmpty()
                ? "holds no document"
                : String.join("; ", faults.stream().map(Diagnostic::message).toList());
      } else if (none && !findings.isEmpty()) {
        outcome = TestResult.Outcome.FAIL;
        message =
            "must have no finding, and has: "
                + String.join(
                    "; ", findings.stream().map(Finding::message).sorted().distinct().toList());
      } else if (!none && findings.isEmpty()) {
        outcome = TestResult.Outcome.FAIL;
        message = "must have a finding, and has none";
      }
      return new CaseResult(kind, name, outcome, location, message, nanos, null);
    }
  }

  /// Judges by some rules of a policy that is configured so.
  Judged judge(
      String name,
      byte[] bytes,
      PolicyDescription policy,
      List<RuleDescription> rules,
      ObjectValue parameters) {
    ObjectValue configured =
        parameters.size() == 0
            ? data
            : with(data, List.of("attest", "parameters", policy.id().shortName()), parameters);
    return judge(name, bytes, rules, configured);
  }

  /// Judges by some rules.
  Judged judge(String name, byte[] bytes, List<RuleDescription> rules) {
    return judge(name, bytes, rules, data);
  }

  private Judged judge(
      String name, byte[] bytes, List<RuleDescription> rules, ObjectValue configured) {
    long start = System.nanoTime();
    DocumentFormat format = FileDocuments.formatOf(name);
    Reading reading =
        FileDocuments.read(
            name,
            bytes,
            format == null ? FileDocuments.formatOfText(bytes) : format,
            DocumentLimits.DEFAULT);
    Set<String> ids = rules.stream().map(RuleDescription::id).collect(Collectors.toSet());
    PolicySet asked = policies.keeping(rule -> ids.contains(rule.id()));
    List<Subject> subjects = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>(reading.diagnostics());
    for (Document document : reading.documents()) {
      for (Subject subject : Subjects.of(document)) {
        subjects.add(subject);
        Outcome outcome = asked.decide(subject, new World(configured, host), limits).outcome();
        findings.addAll(outcome.findings());
        faults.addAll(outcome.faults());
      }
    }
    return new Judged(subjects, findings, faults, System.nanoTime() - start);
  }

  /// An object with the members of another at a path, beside those that stand there.
  private static ObjectValue with(ObjectValue object, List<String> path, ObjectValue members) {
    ObjectValue.Builder changed = object.toBuilder();
    if (path.isEmpty()) {
      for (int i = 0; i < members.size(); i++) {
        changed.put(members.keyAt(i), members.valueAt(i));
      }
      return changed.build();
    }
    Value below = object.get(path.getFirst());
    changed.put(
        StringValue.of(path.getFirst()),
        with(
            below instanceof ObjectValue inner ? inner : ObjectValue.EMPTY,
            path.subList(1, path.size()),
            members));
    return changed.build();
  }
}
