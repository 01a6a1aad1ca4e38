package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Rules of one program, those that expect the same input in one batch.
final class RegoGroup implements PolicyGroup {
  private static final Pattern NETWORK = Pattern.compile("http\\.send|net\\.lookup_ip_addr");
  private static final Pattern UNREPEATABLE =
      Pattern.compile(
          "http\\.send|net\\.lookup_ip_addr|time\\.now_ns|rand\\.intn|uuid\\.rfc4122|opa\\.runtime");

  private final Rego.Policies program;
  private final List<RegoRule> rules;
  private final List<PolicyDescription> policies;
  private final List<RuleBatch> batches = new ArrayList<>();

  private RegoGroup(Rego.Policies program, List<RegoRule> rules, List<PolicyDescription> policies) {
    this.program = program;
    this.rules = rules;
    this.policies = policies;
    boolean asksNetwork = mentions(NETWORK);
    Map<InputShape, List<RegoRule>> byShape = new EnumMap<>(InputShape.class);
    rules.forEach(rule -> byShape.computeIfAbsent(rule.shape(), s -> new ArrayList<>()).add(rule));
    byShape.forEach(
        (shape, alike) -> batches.add(new RuleBatch(program, shape, alike, asksNetwork)));
  }

  /// @param policies those that the rules belong to
  static RegoGroup of(
      Rego.Policies program, List<RegoRule> rules, List<PolicyDescription> policies) {
    return new RegoGroup(program, rules, policies);
  }

  private boolean mentions(Pattern builtins) {
    for (Module module : program.program().parsed().values()) {
      if (builtins.matcher(module.source().text()).find()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public byte[] image() {
    return RegoImage.write(this);
  }

  List<RuleBatch> batches() {
    return batches;
  }

  boolean asksNetwork() {
    return mentions(NETWORK);
  }

  @Override
  public List<RuleDescription> rules() {
    return rules.stream().map(RegoRule::description).toList();
  }

  @Override
  public List<PolicyDescription> policies() {
    return policies;
  }

  @Override
  public PolicyGroup keeping(Predicate<RuleDescription> wanted) {
    List<RegoRule> kept = rules.stream().filter(rule -> wanted.test(rule.description())).toList();
    if (kept.size() == rules.size()) {
      return this;
    }
    List<PolicyDescription> described = new ArrayList<>();
    for (PolicyDescription policy : policies) {
      PolicyDescription some = policy.keeping(wanted);
      if (!some.rules().isEmpty()) {
        described.add(some);
      }
    }
    return new RegoGroup(program, kept, described);
  }

  @Override
  public boolean isRepeatable() {
    return !mentions(UNREPEATABLE);
  }

  @Override
  public Outcome evaluate(Subject subject, World world, Limits limits) {
    if (batches.size() == 1) {
      return batches.getFirst().evaluate(subject, world, limits);
    }
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (RuleBatch batch : batches) {
      Outcome outcome = batch.evaluate(subject, world, limits);
      findings.addAll(outcome.findings());
      faults.addAll(outcome.faults());
    }
    return new Outcome(findings, faults);
  }

  /// A rule of the group, or null.
  @Nullable RegoRule rule(String id) {
    return rules.stream()
        .filter(each -> each.description().id().equals(id))
        .findFirst()
        .orElse(null);
  }

  Rego.Policies program() {
    return program;
  }

  /// The names of built-ins whose faults must not pass for undefined.
  static boolean isNetworkFault(String message) {
    return Set.of("http.send", "net.lookup_ip_addr").stream()
        .anyMatch(name -> message.startsWith(name + ":"));
  }
}
