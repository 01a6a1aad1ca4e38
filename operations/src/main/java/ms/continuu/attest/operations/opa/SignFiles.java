package ms.continuu.attest.operations.opa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.BundleFile;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.bundle.BundleSigner;
import ms.continuu.attest.operations.bundle.BundleVerifier.SignedFile;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.RegoVersion;

/// `opa sign`: signatures of bundles' files, in a file of their own.
public final class SignFiles {
  private SignFiles() {}

  /// Writes `.signatures.json` into a directory.
  ///
  /// @param paths of bundles: archives or directories
  public static void run(List<String> paths, String directory, BundleSigner signer, Host host)
      throws Failure {
    BundleReader reader = new BundleReader(Language.of(RegoVersion.V1));
    List<SignedFile> files = new ArrayList<>();
    for (String path : paths) {
      boolean isDirectory = isDirectory(path);
      for (BundleFile file : reader.files(path)) {
        if (!file.isSignatures()) {
          files.add(BundleSigner.describe(isDirectory ? file.url() : file.path(), file.bytes()));
        }
      }
    }
    write(
        Path.of(directory, ".signatures.json"),
        BundleSigner.signaturesFile(signer.token(files, "", host::randomBytes)));
  }

  private static boolean isDirectory(String path) throws Failure {
    try {
      return SourceFiles.isDirectory(path);
    } catch (Failure failure) {
      throw failure.within("error reading \"" + path + "\": ").asText();
    }
  }

  private static void write(Path target, byte[] text) throws Failure {
    try {
      Files.write(target, text);
    } catch (IOException e) {
      throw Failure.ofFile("open", target.toString(), e);
    }
  }
}
