package ms.continuu.attest.operations.scan;

import ms.continuu.attest.policy.Severity;

/// `http.send` that takes any certificate.
final class HttpTlsVerification implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "http-tls-verification",
        Severity.CRITICAL,
        "Certificates are verified",
        "Without verification anybody on the way can answer in the place of the service.",
        "remove `tls_insecure_skip_verify`, and name the authority in `tls_ca_cert` if it is your"
            + " own");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (Requests.Request request : Requests.in(policies)) {
      if (Meanings.isTrue(Meanings.member(request.object(), "tls_insecure_skip_verify"))) {
        report.add(
            request.module(), request.location(), "`http.send` does not verify certificates");
      }
    }
  }
}
