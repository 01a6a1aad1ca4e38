package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.policy.archive.ArchiveInput;
import ms.continuu.attest.policy.archive.ArchiveOutput;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;

/// A group as it was written by an earlier process: it judges at once. Where it fails, the whole
/// group is made after all, which can tell what failed.
final class RegoImage implements PolicyGroup {
  private static final int FORM = 1;
  private static final InputShape[] SHAPES = InputShape.values();

  private final boolean asksNetwork;
  private final boolean repeatable;
  private final List<RuleDescription> rules;
  private final List<Batch> batches;
  private final byte[] bytes;
  private final Supplier<PolicyGroup> whole;

  /// Rules that are asked together.
  private record Batch(InputShape shape, List<RuleDescription> rules, Rego.PreparedQuery query) {}

  private RegoImage(
      boolean asksNetwork,
      boolean repeatable,
      List<RuleDescription> rules,
      List<Batch> batches,
      byte[] bytes,
      Supplier<PolicyGroup> whole) {
    this.asksNetwork = asksNetwork;
    this.repeatable = repeatable;
    this.rules = List.copyOf(rules);
    this.batches = List.copyOf(batches);
    this.bytes = bytes;
    this.whole = whole;
  }

  static byte[] write(RegoGroup group) {
    ArchiveOutput out = new ArchiveOutput();
    out.number(FORM);
    out.number(group.asksNetwork() ? 1 : 0);
    out.number(group.isRepeatable() ? 1 : 0);
    out.number(group.batches().size());
    for (RuleBatch batch : group.batches()) {
      out.number(batch.shape().ordinal());
      out.number(batch.rules().size());
      batch.rules().forEach(rule -> out.rule(rule.description()));
      out.bytes(batch.image());
    }
    return out.bytes();
  }

  /// The group that was written.
  ///
  /// @param sources what it was made from
  /// @param whole makes the same group from its sources
  /// @throws RuntimeException when the bytes are no image, or of another version
  static RegoImage read(byte[] bytes, PolicySources sources, Supplier<PolicyGroup> whole) {
    ArchiveInput in = new ArchiveInput(bytes);
    if (in.number() != FORM) {
      throw new IllegalStateException("an image of another form");
    }
    boolean asksNetwork = in.number() == 1;
    boolean repeatable = in.number() == 1;
    Rego rego = Rego.standard();
    List<Batch> batches = new ArrayList<>();
    List<RuleDescription> rules = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      InputShape shape = SHAPES[in.number()];
      List<RuleDescription> told = new ArrayList<>();
      for (int more = in.number(); more > 0; more--) {
        told.add(in.rule());
      }
      List<RuleDescription> alike = sources.relocated(told);
      rules.addAll(alike);
      batches.add(new Batch(shape, alike, rego.open(in.bytes())));
    }
    rules.sort(Comparator.comparing(RuleDescription::id));
    return new RegoImage(asksNetwork, repeatable, rules, batches, bytes, whole);
  }

  @Override
  public List<RuleDescription> rules() {
    return rules;
  }

  @Override
  public List<PolicyDescription> policies() {
    return whole.get().policies();
  }

  @Override
  public PolicyGroup keeping(Predicate<RuleDescription> wanted) {
    return rules.stream().allMatch(wanted) ? this : whole.get().keeping(wanted);
  }

  @Override
  public boolean isRepeatable() {
    return repeatable;
  }

  @Override
  public byte[] image() {
    return bytes.clone();
  }

  @Override
  public Outcome evaluate(Subject subject, World world, Limits limits) {
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (Batch batch : batches) {
      EvaluationRequest request =
          EvaluationRequest.of(
                  batch.shape.wrap(subject, ObjectValue.EMPTY), world.data(), world.host())
              .withLimits(limits)
              .withCollectBuiltinErrors(asksNetwork);
      Evaluation evaluation = batch.query.run(request);
      if (evaluation.error() != null) {
        return whole.get().evaluate(subject, world, limits);
      }
      RuleBatch.collect(evaluation, batch.rules, subject, findings);
      faults.addAll(RuleBatch.networkFaults(evaluation));
    }
    return new Outcome(findings, faults);
  }
}
