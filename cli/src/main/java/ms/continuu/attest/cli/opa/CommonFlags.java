package ms.continuu.attest.cli.opa;

import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.cli.flags.ParsedFlag;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.CapabilitiesFiles;
import ms.continuu.attest.operations.files.Language;
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
}
