package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Term;

/// `http.send` to a host that the input names: requests go wherever the input's author wants.
final class HttpHostFromInput implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "http-host",
        Severity.HIGH,
        "The host of a request is constant",
        "Who writes the input chooses where the policy sends its requests, with its credentials,"
            + " from inside the network.",
        "begin the address with `https://host/` and fill in the path only");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (Requests.Request request : Requests.in(policies)) {
      Term url = Meanings.member(request.object(), "url");
      if (url != null
          && !request.meanings().isConstant(url)
          && !request.meanings().beginning(url).matches("[a-z]+://[^/]+/.*")
          && request.meanings().dependsOnInput(url)) {
        report.add(
            request.module(), url.location(), "the host of `http.send` comes from the input");
      }
    }
  }
}
