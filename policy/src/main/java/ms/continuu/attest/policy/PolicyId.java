package ms.continuu.attest.policy;

/// The name of a policy, unique in a policy set: a Rego package such as
/// `attest.security.privileged`.
public record PolicyId(String name) implements Comparable<PolicyId> {
  @Override
  public int compareTo(PolicyId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
