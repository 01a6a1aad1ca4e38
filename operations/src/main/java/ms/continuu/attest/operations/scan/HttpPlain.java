package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Term;

/// `http.send` without TLS: whoever is on the way decides.
final class HttpPlain implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "http-plain",
        Severity.HIGH,
        "Requests are encrypted",
        "Who stands between can read the request and forge the answer, and with it the decision.",
        "ask by `https://`");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (Requests.Request request : Requests.in(policies)) {
      Term url = Meanings.member(request.object(), "url");
      String beginning = url == null ? "" : request.meanings().beginning(url);
      boolean here = beginning.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/].*)?");
      if (url != null && beginning.startsWith("http://") && !here) {
        report.add(request.module(), url.location(), "`http.send` asks without encryption");
      }
    }
  }
}
