package ms.continuu.attest.policy;

/// What a finding is about, as its owner knows it. Parts that do not apply are empty.
///
/// @param kind a Kubernetes kind or a Terraform type
/// @param address a Terraform address
public record Resource(String kind, String namespace, String name, String address) {
  public static final Resource NONE = new Resource("", "", "", "");

  /// `Kind/namespace/name`, or the address, or nothing.
  public String label() {
    if (!address.isEmpty()) {
      return address;
    }
    StringBuilder label = new StringBuilder(kind);
    if (!namespace.isEmpty()) {
      label.append('/').append(namespace);
    }
    if (!name.isEmpty()) {
      label.append('/').append(name);
    }
    return label.toString();
  }
}
