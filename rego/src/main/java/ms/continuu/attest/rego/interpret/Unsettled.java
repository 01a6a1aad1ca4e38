package ms.continuu.attest.rego.interpret;

/// Ends a run whose order of events begins to matter, so that it is done again in OPA's order.
final class Unsettled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsettled() {
    super(null, null, false, false);
  }
}
