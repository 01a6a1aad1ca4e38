package ms.continuu.attest.operations.files;

import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.rego.types.CapabilitiesJson;
import ms.continuu.attest.rego.types.Releases;

/// Capabilities by the name of a release or of a file.
public final class CapabilitiesFiles {
  private CapabilitiesFiles() {}

  /// The capabilities that a release of OPA had: `v1.2.0`.
  public static Capabilities ofRelease(String name) throws Failure {
    Capabilities capabilities = Releases.capabilities(name);
    if (capabilities == null) {
      throw Failure.of("no capabilities version found " + name);
    }
    return capabilities;
  }

  public static Capabilities read(String path) throws Failure {
    try {
      return CapabilitiesJson.read(Documents.json(SourceFiles.read(path)));
    } catch (IllegalArgumentException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    }
  }

  /// A file by its path or, when there is none that can be read, a release by its name.
  public static Capabilities find(String pathOrRelease) throws Failure {
    try {
      return read(pathOrRelease);
    } catch (Failure noFile) {
      Capabilities capabilities = Releases.capabilities(pathOrRelease);
      if (capabilities == null) {
        throw Failure.of("no such file or capabilities version found: " + pathOrRelease);
      }
      return capabilities;
    }
  }
}
