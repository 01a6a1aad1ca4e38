package ms.continuu.attest.policy;

/// The name of a policy, unique in a policy set: a Rego package such as
/// `attest.security.privileged`.
public record PolicyId(String name) implements Comparable<PolicyId> {
  /// The name that configuration uses: the last segment, with dashes: `image-security` for
  /// `attest.security.image_security`.
  public String shortName() {
    return dashed(name.substring(name.lastIndexOf('.') + 1));
  }

  /// Whether a name that a user wrote means this policy: its name, its short name, or the name of a
  /// package above it, each with dots or with dashes.
  public boolean isMeantBy(String written) {
    String wanted = dashed(written);
    String whole = dashed(name);
    return wanted.equals(whole)
        || wanted.equals(shortName())
        || whole.startsWith(wanted + "-") && covers(written);
  }

  /// `attest-security` covers `attest.security.privileged`, not `attest.security_extra`.
  private boolean covers(String written) {
    int length = written.length();
    return name.length() > length && name.charAt(length) == '.';
  }

  private static String dashed(String name) {
    return name.replace('.', '-').replace('_', '-');
  }

  @Override
  public int compareTo(PolicyId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
