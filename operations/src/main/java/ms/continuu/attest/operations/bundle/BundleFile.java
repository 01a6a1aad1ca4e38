package ms.continuu.attest.operations.bundle;

/// A file of a bundle before it is read as anything.
///
/// @param url where it lies, from the working directory
/// @param path its path within the bundle
public record BundleFile(String url, String path, byte[] bytes) {

  /// The last element of its path.
  String base() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether it holds the signatures of the bundle.
  public boolean isSignatures() {
    return base().equals(".signatures.json");
  }
}
