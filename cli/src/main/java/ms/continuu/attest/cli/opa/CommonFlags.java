package ms.continuu.attest.cli.opa;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.ParsedFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.BundleSigner;
import ms.continuu.attest.operations.bundle.BundleVerifier;
import ms.continuu.attest.operations.bundle.SignatureVerifier;
import ms.continuu.attest.operations.files.CapabilitiesFiles;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.opa.BuildBundle;
import ms.continuu.attest.operations.opa.SignFiles;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.types.Capabilities;
import org.jspecify.annotations.Nullable;

/// Flags that several commands have.
final class CommonFlags {
  private CommonFlags() {}

  static ParsedFlag<Capabilities> capabilities(FlagSet flags) {
    return flags.parsed(
        "capabilities",
        argument -> {
          try {
            return CapabilitiesFiles.find(argument);
          } catch (Failure failure) {
            throw new FlagException(failure.text());
          }
        });
  }

  /// This machine, with the hosts that capabilities let requests go to.
  static JdkHost host(Console console, @Nullable Capabilities capabilities) {
    return JdkHost.with(console.environment())
        .allowing(capabilities == null ? null : capabilities.allowNet());
  }

  /// The flags that choose the version of the language.
  static final class Version {
    private final BooleanFlag v0;

    Version(FlagSet flags) {
      this.v0 = flags.bool("v0-compatible");
      flags.bool("v1-compatible");
    }

    RegoVersion version() {
      return v0.isOn() ? RegoVersion.V0 : RegoVersion.V1;
    }

    Language language(@Nullable Capabilities capabilities) {
      return capabilities == null ? Language.of(version()) : new Language(version(), capabilities);
    }
  }

  /// The flags that tell how to sign.
  static final class Signing {
    static final String INCOMPLETE =
        "specify the secret (HMAC) or path of the PEM file containing the private key (RSA and"
            + " ECDSA)";

    private final TextFlag key;
    private final TextFlag algorithm;
    private final TextFlag plugin;
    private final TextFlag claimsFile;

    Signing(FlagSet flags) {
      this.key = flags.text("signing-key", "");
      this.algorithm = flags.text("signing-alg", "RS256");
      this.plugin = flags.text("signing-plugin", "");
      this.claimsFile = flags.text("claims-file", "");
    }

    boolean isWanted() {
      return !key.value().isEmpty();
    }

    String algorithm() {
      return algorithm.value();
    }

    void refuseIncomplete() throws Failure {
      boolean more = !plugin.value().isEmpty() || !claimsFile.value().isEmpty();
      if (key.value().isEmpty() && more) {
        throw Failure.of(INCOMPLETE);
      }
    }

    /// What signs a bundle, or null when it is not to be signed.
    BuildBundle.@Nullable BundleSigner signer(String keyId) {
      if (!isWanted()) {
        return null;
      }
      Host host = JdkHost.with(Map.of());
      return bundle -> signer().sign(bundle, keyId, host::randomBytes);
    }

    /// Writes the signatures of bundles' files into a directory.
    void signFiles(List<String> paths, String directory) throws Failure {
      SignFiles.run(paths, directory, signer(), JdkHost.with(Map.of()));
    }

    private BundleSigner signer() {
      return new BundleSigner(key.value(), algorithm.value(), claimsFile.value(), plugin.value());
    }
  }

  /// The flags that tell how signatures are verified.
  static final class Verification {
    private final TextFlag key;
    private final TextFlag keyId;
    private final TextFlag scope;
    private final ListFlag excluded;

    Verification(FlagSet flags) {
      this.key = flags.text("verification-key", "");
      this.keyId = flags.text("verification-key-id", "default");
      this.scope = flags.text("scope", "");
      this.excluded = flags.commaSeparated("exclude-files-verify");
    }

    boolean isWanted() {
      return !key.value().isEmpty();
    }

    String keyId() {
      return keyId.value();
    }

    /// What verifies bundles: without a key it refuses those that are signed.
    BundleVerifier verifier(String algorithm) throws Failure {
      if (!isWanted()) {
        return SignatureVerifier.withoutKeys();
      }
      SignatureVerifier.VerificationKey verificationKey =
          SignatureVerifier.VerificationKey.of(key.value(), algorithm, scope.value());
      return new SignatureVerifier(
          Map.of(keyId.value(), verificationKey),
          keyId.value(),
          scope.value(),
          excluded.values(),
          false);
    }
  }
}
