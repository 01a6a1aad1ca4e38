package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.QueryOptions;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

/// Rules of one program. One query asks them all, so that what they share is computed once for a
/// subject.
final class RegoGroup implements PolicyGroup {
  private final Rego.Policies program;
  private final List<RegoRule> rules;
  private final List<PolicyId> policies;
  private final Rego.PreparedQuery all;

  /// Whether some rule asks the network: what goes wrong there must not pass for undefined.
  private final boolean asksNetwork;

  private RegoGroup(Rego.Policies program, List<RegoRule> rules) {
    this.program = program;
    this.rules = rules;
    this.policies = rules.stream().map(RegoRule::policy).distinct().toList();
    this.all = prepare(rules);
    this.asksNetwork =
        program.program().parsed().values().stream().anyMatch(RegoGroup::asksNetwork);
  }

  static RegoGroup of(Rego.Policies program, List<RegoRule> rules) {
    return new RegoGroup(program, rules);
  }

  private static boolean asksNetwork(Module module) {
    String text = module.source().text();
    return text.contains("http.send") || text.contains("net.lookup_ip_addr");
  }

  @Override
  public List<PolicyId> policies() {
    return policies;
  }

  @Override
  public Outcome evaluate(Subject subject, World world, Limits limits) {
    EvaluationRequest request =
        EvaluationRequest.of(subject.value(), world.data(), world.host())
            .withLimits(limits)
            .withCollectBuiltinErrors(asksNetwork);
    List<Finding> findings = new ArrayList<>();
    Evaluation evaluation = all.run(request);
    if (evaluation.error() == null) {
      collect(evaluation, rules, subject, findings);
      return new Outcome(findings, networkFaults(evaluation));
    }
    return evaluateOneByOne(subject, request);
  }

  /// One rule failed, and with it the query: ask each on its own, so that the others are heard.
  private Outcome evaluateOneByOne(Subject subject, EvaluationRequest request) {
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (RegoRule rule : rules) {
      Evaluation evaluation = prepare(List.of(rule)).run(request);
      Evaluation.Fault error = evaluation.error();
      if (error == null) {
        collect(evaluation, List.of(rule), subject, findings);
        faults.addAll(networkFaults(evaluation));
      } else {
        String message =
            "policy `" + rule.policy() + "`, rule `" + rule.name() + "`: " + error.message();
        faults.add(Diagnostic.error(error.code(), message, error.location()));
      }
    }
    return new Outcome(findings, faults);
  }

  private static List<Diagnostic> networkFaults(Evaluation evaluation) {
    return evaluation.builtinErrors().stream()
        .filter(fault ->
            fault.message().startsWith("http.send:")
                || fault.message().startsWith("net.lookup_ip_addr:"))
        .map(fault -> Diagnostic.error(fault.code(), fault.message(), fault.location()))
        .distinct()
        .toList();
  }

  private static void collect(
      Evaluation evaluation, List<RegoRule> rules, Subject subject, List<Finding> findings) {
    if (evaluation.rows().isEmpty()
        || !(evaluation.rows().getFirst().bindings().get("found") instanceof ArrayValue results)) {
      throw new IllegalStateException("a query of comprehensions always has a result");
    }
    for (int i = 0; i < rules.size(); i++) {
      if (results.get(i) instanceof ArrayValue found) {
        for (Value result : found) {
          RegoResults.read(rules.get(i), result, subject, findings);
        }
      }
    }
  }

  /// `found := [[x | x = data.p.deny], [x | x = data.q.warn]]`: undefined rules leave an empty
  /// array.
  private Rego.PreparedQuery prepare(List<RegoRule> asked) {
    StringBuilder text = new StringBuilder("found := [");
    for (RegoRule rule : asked) {
      text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ")
          .append("[x | x = ")
          .append(rule.ref())
          .append(']');
    }
    SourceFile source = new SourceFile("", text.append(']').toString());
    Body body = Parser.body(source, ParseOptions.of(RegoVersion.V1)).tree();
    CheckedQuery query =
        body == null
            ? null
            : Compilation.ofQuery(program.program(), body, QueryOptions.DEFAULT).query();
    if (query == null) {
      throw new IllegalStateException("the query of all rules is sound: " + text);
    }
    return program.prepare(query);
  }
}
