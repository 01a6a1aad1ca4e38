package ms.continuu.attest.documents.toml;

import java.util.List;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.SourceFile;

/// TOML 1.0: one document, an object. Dates and times become strings in the form of RFC 3339, and
/// so do `inf` and `nan`, as JSON has none of them.
public final class Toml implements DocumentFormat {
  public static final Toml TOML = new Toml();

  private Toml() {}

  @Override
  public String name() {
    return "toml";
  }

  @Override
  public Reading read(SourceFile source, DocumentLimits limits) {
    try {
      return new Reading(List.of(new TomlReader(source, limits).read()), List.of());
    } catch (TomlFault fault) {
      return new Reading(List.of(), List.of(fault.diagnostic(source)));
    }
  }
}
