package ms.continuu.attest.policy;

import java.util.List;
import ms.continuu.attest.rego.host.Limits;

/// Policies of one dialect that judge together, because they share what they compute on the way.
public interface PolicyGroup {

  /// The policies in it, in order.
  List<PolicyId> policies();

  /// Judges a subject by all of them. A fault of one stands in the outcome and does not keep the
  /// others from judging.
  Outcome evaluate(Subject subject, World world, Limits limits);
}
