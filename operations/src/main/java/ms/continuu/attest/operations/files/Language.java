package ms.continuu.attest.operations.files;

import java.util.HashSet;
import java.util.Set;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.types.Capabilities;

/// The language that policies are read in.
///
/// @param capabilities what policies may use
public record Language(RegoVersion version, Capabilities capabilities) {

  /// A version with all that this implementation can.
  public static Language of(RegoVersion version) {
    return new Language(version, Capabilities.current(version));
  }

  /// How the parser reads it, with `# METADATA` blocks or without.
  public ParseOptions parseOptions(boolean annotations) {
    Set<String> features = new HashSet<>(capabilities.features());
    return new ParseOptions(
        version,
        Set.of(),
        Set.copyOf(capabilities.futureKeywords()),
        features,
        annotations,
        ParseOptions.MAX_DEPTH);
  }
}
