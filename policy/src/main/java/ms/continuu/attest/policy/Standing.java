package ms.continuu.attest.policy;

/// Whether a finding counts, and if not, why.
///
/// @param reason who or what takes it out of the count; empty when it is open
public record Standing(Kind kind, String reason) {
  /// It counts.
  public static final Standing OPEN = new Standing(Kind.OPEN, "");

  /// What a finding can be.
  public enum Kind {
    OPEN,
    /// Known before, as the baseline says: shown, and does not fail.
    BASELINE,
    /// Let pass by an exception: shown, and does not fail.
    EXEMPTED
  }

  public static Standing baseline(String file) {
    return new Standing(Kind.BASELINE, file);
  }

  public static Standing exempted(String reason) {
    return new Standing(Kind.EXEMPTED, reason);
  }

  public boolean isOpen() {
    return kind == Kind.OPEN;
  }
}
