package ms.continuu.attest.operations.bundle;

import java.util.Map;
import ms.continuu.attest.operations.Failure;

/// Checks that a bundle is what its signatures say. The keys are the implementation's affair.
public interface BundleVerifier {

  /// A file as a signature lists it.
  record SignedFile(String name, String hash, String algorithm) {}

  /// Whether bundles must be signed.
  boolean isRequired();

  /// The files that the signatures list, by name, in a map that the caller may change.
  Map<String, SignedFile> verify(Bundle.Signatures signatures) throws Failure;

  /// Whether a file needs no signature.
  boolean isExcluded(String name);

  /// Checks the content of a file and removes it from the map.
  void verify(String name, byte[] content, Map<String, SignedFile> signed) throws Failure;
}
