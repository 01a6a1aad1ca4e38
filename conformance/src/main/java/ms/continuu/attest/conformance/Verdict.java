package ms.continuu.attest.conformance;

/// The verdict on one case.
///
/// @param id the case's file, relative to the suite's folder, and its place in it:
///   `v1/sets/test-sets-1.json#0`
/// @param note what the suite calls the case
/// @param reason why it failed; empty when it passed
public record Verdict(String id, String note, String reason) {
  public boolean passed() {
    return reason.isEmpty();
  }
}
