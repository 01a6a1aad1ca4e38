package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;

/// `http.send` without `timeout`: a slow answer holds up every decision.
final class HttpTimeout implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "http-timeout",
        Severity.MEDIUM,
        "Requests have a time limit",
        "Without `timeout`, a service that does not answer holds up every decision, and in an"
            + " admission controller the cluster.",
        "set `timeout`, such as \"2s\", in the request");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (Requests.Request request : Requests.in(policies)) {
      if (Meanings.member(request.object(), "timeout") == null) {
        report.add(request.module(), request.location(), "`http.send` has no `timeout`");
      }
    }
  }
}
