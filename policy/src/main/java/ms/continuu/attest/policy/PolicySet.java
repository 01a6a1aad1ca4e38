package ms.continuu.attest.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Policies that judge together, known by the digest of their content.
///
/// @param digest `sha256:` and the hex digest over the names and texts of the sources, and the data
public record PolicySet(String digest, List<PolicyGroup> groups) {
  public PolicySet {
    groups = List.copyOf(groups);
  }

  /// The set of these policies, which came from these sources.
  public static PolicySet of(PolicySources sources, List<PolicyGroup> groups) {
    return new PolicySet(digest(sources), groups);
  }

  /// The rules of all policies.
  public List<RuleDescription> rules() {
    return groups.stream().flatMap(group -> group.rules().stream()).toList();
  }

  /// All policies, described.
  public List<PolicyDescription> policies() {
    return groups.stream().flatMap(group -> group.policies().stream()).toList();
  }

  /// How many policies there are.
  public int size() {
    return (int) rules().stream().map(RuleDescription::policy).distinct().count();
  }

  /// Whether what is decided once is decided for good.
  public boolean isRepeatable() {
    return groups.stream().allMatch(PolicyGroup::isRepeatable);
  }

  /// The same policies with some of their rules.
  public PolicySet keeping(Predicate<RuleDescription> wanted) {
    return new PolicySet(digest, groups.stream().map(group -> group.keeping(wanted)).toList());
  }

  /// Asks every policy about a subject.
  public Decision decide(Subject subject, World world, Limits limits) {
    List<Finding> findings = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (PolicyGroup group : groups) {
      Outcome outcome = group.evaluate(subject, world, limits);
      findings.addAll(outcome.findings());
      faults.addAll(outcome.faults());
    }
    return new Decision(subject, digest, new Outcome(findings, faults));
  }

  /// The digest of sources, which is that of the set made from them.
  public static String digest(PolicySources sources) {
    MessageDigest sha256 = sha256();
    sources
        .byRelativeName()
        .forEach((name, file) -> {
          update(sha256, name);
          update(sha256, file.text());
        });
    for (SourceFile file : sources.library()) {
      update(sha256, file.text());
    }
    update(sha256, sources.data().toString());
    return "sha256:" + HexFormat.of().formatHex(sha256.digest());
  }

  /// Each part with its length before it, so that parts cannot run into one another.
  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
