package ms.continuu.attest.operations.scan;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;

/// `io.jwt.decode` alone: anybody can write such a token.
final class TokenNotVerified implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "token-not-verified",
        Severity.HIGH,
        "Tokens are verified",
        "A token that is only decoded was written by anybody: its claims prove nothing.",
        "use `io.jwt.decode_verify` with a key, an issuer and an audience");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      List<Nodes.Call> calls = new ArrayList<>();
      for (Rule rule : module.rules()) {
        calls.addAll(Nodes.calls(rule));
      }
      boolean verifies =
          calls.stream()
              .anyMatch(call ->
                  call.name().startsWith("io.jwt.verify_")
                      || call.name().equals("io.jwt.decode_verify"));
      calls.stream()
          .filter(call -> call.name().equals("io.jwt.decode") && !verifies)
          .forEach(
              call -> report.add(module, call.location(), "a token is decoded and never verified"));
    }
  }
}
