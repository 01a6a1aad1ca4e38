package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Standing;
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
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Rules that expect the same input. One query asks them all, so that what they share is computed
/// once for a subject.
final class RuleBatch {
  private final Rego.Policies program;
  private final InputShape shape;
  private final List<RegoRule> rules;
  private final boolean asksNetwork;
  private final Supplier<Rego.PreparedQuery> all;

  RuleBatch(Rego.Policies program, InputShape shape, List<RegoRule> rules, boolean asksNetwork) {
    this.program = program;
    this.shape = shape;
    this.rules = List.copyOf(rules);
    this.asksNetwork = asksNetwork;
    this.all = new Prepared();
  }

  /// The program with the query of all rules, for [Rego#open].
  byte[] image() {
    return program.image(query(rules));
  }

  InputShape shape() {
    return shape;
  }

  List<RegoRule> rules() {
    return rules;
  }

  /// The query of all rules, made when it is first needed.
  private final class Prepared implements Supplier<Rego.PreparedQuery> {
    private Rego.@Nullable PreparedQuery query;

    @Override
    public synchronized Rego.PreparedQuery get() {
      Rego.PreparedQuery ready = query;
      if (ready == null) {
        ready = prepare(rules);
        query = ready;
      }
      return ready;
    }
  }

  Outcome evaluate(Subject subject, World world, Limits limits) {
    // With `asksNetwork`, what goes wrong there must not pass for undefined.
    EvaluationRequest request =
        EvaluationRequest.of(shape.wrap(subject, ObjectValue.EMPTY), world.data(), world.host())
            .withLimits(limits)
            .withCollectBuiltinErrors(asksNetwork);
    List<Finding> findings = new ArrayList<>();
    Evaluation evaluation = all.get().run(request);
    if (evaluation.error() == null) {
      collect(evaluation, descriptions(rules), subject, findings);
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
        collect(evaluation, List.of(rule.description()), subject, findings);
        faults.addAll(networkFaults(evaluation));
      } else {
        String message =
            "policy `"
                + rule.description().policy()
                + "`, rule `"
                + rule.name()
                + "`, on "
                + named(subject)
                + ": "
                + error.message();
        faults.add(Diagnostic.error(error.code(), message, error.location()));
      }
    }
    return new Outcome(findings, faults);
  }

  private static String named(Subject subject) {
    String label = subject.resource(List.of()).label();
    return (label.isEmpty() ? "" : label + " in ") + subject.document().source().name();
  }

  private static List<RuleDescription> descriptions(List<RegoRule> rules) {
    return rules.stream().map(RegoRule::description).toList();
  }

  static List<Diagnostic> networkFaults(Evaluation evaluation) {
    return evaluation.builtinErrors().stream()
        .filter(fault -> RegoGroup.isNetworkFault(fault.message()))
        .map(fault -> Diagnostic.error(fault.code(), fault.message(), fault.location()))
        .distinct()
        .toList();
  }

  static void collect(
      Evaluation evaluation, List<RuleDescription> rules, Subject subject, List<Finding> findings) {
    if (evaluation.rows().isEmpty()
        || !(evaluation.rows().getFirst().bindings().get("found") instanceof ArrayValue results)) {
      throw new IllegalStateException("a query of comprehensions always has a result");
    }
    for (int i = 0; i < rules.size(); i++) {
      RuleDescription rule = rules.get(i);
      if (!(results.get(i) instanceof ArrayValue pair)
          || !(pair.get(0) instanceof ArrayValue found)
          || !(pair.get(1) instanceof ArrayValue exceptions)) {
        throw new IllegalStateException("the query asks for pairs");
      }
      Standing standing =
          Exceptions.name(exceptions, RegoRule.suffix(rule.name()))
              ? Standing.exempted("an `exception` rule of `" + rule.policy() + "`")
              : Standing.OPEN;
      for (Value result : found) {
        RegoResults.read(rule, result, subject, standing, findings);
      }
    }
  }

  private Rego.PreparedQuery prepare(List<RegoRule> asked) {
    return program.prepare(query(asked));
  }

  /// `found := [[[x | x = data.p.deny], [x | x = data.p.exception]], …]`: undefined rules leave an
  /// empty array.
  private CheckedQuery query(List<RegoRule> asked) {
    Set<String> withExceptions = packagesWithExceptions();
    List<String> parts = new ArrayList<>();
    for (RegoRule rule : asked) {
      String exceptions =
          withExceptions.contains(rule.description().policy().name())
              ? "[x | x = " + RegoRule.ref(rule.path(), "exception") + "]"
              : "[]";
      parts.add("[[x | x = " + rule.ref() + "], " + exceptions + "]");
    }
    return query(program, "found := [" + String.join(", ", parts) + "]");
  }

  /// A query that is known to be sound.
  static CheckedQuery query(Rego.Policies program, String text) {
    SourceFile source = new SourceFile("", text);
    Body body = Parser.body(source, ParseOptions.of(RegoVersion.V1)).tree();
    CheckedQuery query =
        body == null
            ? null
            : Compilation.ofQuery(program.program(), body, QueryOptions.DEFAULT).query();
    if (query == null) {
      throw new IllegalStateException("the query is sound: " + source.text());
    }
    return query;
  }

  private Set<String> packagesWithExceptions() {
    Set<String> names = new LinkedHashSet<>();
    program
        .program()
        .parsed()
        .values()
        .forEach(module -> {
          if (module.rules().stream()
              .anyMatch(rule -> RegoFrontend.nameOf(rule).equals("exception"))) {
            names.add(RegoFrontend.packageName(module));
          }
        });
    return names;
  }
}
