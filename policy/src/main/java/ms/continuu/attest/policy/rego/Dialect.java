package ms.continuu.attest.policy.rego;

import java.util.List;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.SourceFile;

/// The versions of Rego that a policy may be written in. A file does not say; it is what it can be
/// read as.
public enum Dialect {
  V1("v1", ParseOptions.of(RegoVersion.V1)),
  V0("v0", ParseOptions.of(RegoVersion.V0)),
  /// As many policies are written: v0, with `in` although nothing imports it.
  V0_WITH_IN("v0 with `in`", ParseOptions.of(RegoVersion.V0).withFutureKeywords(Set.of("in")));

  private final String label;
  private final ParseOptions options;

  Dialect(String label, ParseOptions options) {
    this.label = label;
    this.options = options;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// A file as the first dialect that it is sound in; when there is none, the reading with the
  /// fewest faults.
  public record Reading(Dialect dialect, Parsed<Module> parsed) {}

  /// Reads a file.
  public static Reading read(SourceFile file) {
    Reading best = null;
    for (Dialect dialect : List.of(values())) {
      Parsed<Module> parsed = Parser.module(file, dialect.options);
      if (parsed.diagnostics().isEmpty()) {
        return new Reading(dialect, parsed);
      }
      if (best == null || parsed.diagnostics().size() < best.parsed.diagnostics().size()) {
        best = new Reading(dialect, parsed);
      }
    }
    if (best == null) {
      throw new IllegalStateException("there are dialects");
    }
    return best;
  }
}
