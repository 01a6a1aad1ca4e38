package ms.continuu.attest.policy;

import java.util.List;
import java.util.function.Predicate;
import ms.continuu.attest.rego.host.Limits;

/// Policies of one dialect that judge together, because they share what they compute on the way.
public interface PolicyGroup {

  /// The rules in it, in the order of their ids.
  List<RuleDescription> rules();

  /// The policies that these rules belong to, in the order of their ids.
  List<PolicyDescription> policies();

  /// The same group with some of its rules.
  PolicyGroup keeping(Predicate<RuleDescription> wanted);

  /// Whether the outcome depends on nothing but the subject, the policies and their data: not on
  /// the network, the clock or chance.
  boolean isRepeatable();

  /// The group as bytes, for [PolicyFrontend#open].
  byte[] image();

  /// Judges a subject by all of them. A fault of one stands in the outcome and does not keep the
  /// others from judging.
  Outcome evaluate(Subject subject, World world, Limits limits);
}
