package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.PolicySet;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Standing;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One rule asked about one subject, as a check asks it, with every step told to a tracer.
///
/// @param error what ended the run, or null
/// @param input what the rule was given
/// @param at where in the input the subject stands
public record RuleRun(
    List<Finding> findings, Evaluation.@Nullable Fault error, Value input, List<Value> at) {
  public RuleRun {
    findings = List.copyOf(findings);
    at = List.copyOf(at);
  }

  /// Asks a rule. Nothing is skipped: rules that an index rules out are evaluated, and further
  /// results are sought after the first.
  public static RuleRun of(
      PolicySet policies,
      RuleDescription rule,
      Subject subject,
      World world,
      Limits limits,
      Tracer tracer) {
    for (PolicyGroup each : policies.groups()) {
      if (each instanceof RegoGroup group && group.rule(rule.id()) instanceof RegoRule asked) {
        return run(group, asked, subject, world, limits, tracer);
      }
    }
    throw new IllegalArgumentException("no rule of Rego: " + rule.id());
  }

  private static RuleRun run(
      RegoGroup group, RegoRule rule, Subject subject, World world, Limits limits, Tracer tracer) {
    Value input = rule.shape().wrap(subject, ObjectValue.EMPTY);
    Evaluation evaluation =
        group
            .program()
            .prepare(RuleBatch.query(group.program(), "found = " + rule.ref()))
            .run(
                EvaluationRequest.of(input, world.data(), world.host())
                    .withLimits(limits)
                    .withIndexing(false)
                    .withEarlyExit(false)
                    .withTracers(List.of(tracer)));
    List<Finding> findings = new ArrayList<>();
    for (Evaluation.Row row : evaluation.rows()) {
      Value found = row.bindings().get("found");
      if (found != null) {
        RegoResults.read(rule.description(), found, subject, Standing.OPEN, findings);
      }
    }
    return new RuleRun(findings, evaluation.error(), input, rule.shape().at());
  }
}
