package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.SourceFile;

/// Text to tree.
public final class Parser {
  private Parser() {}

  /// Reads a module. A text without a statement has no tree and no diagnostics.
  public static Parsed<Module> module(SourceFile source, ParseOptions options) {
    return new Parsed<>(null, List.of());
  }

  /// Reads a query, or another body.
  public static Parsed<Body> body(SourceFile source, ParseOptions options) {
    return new Parsed<>(null, List.of());
  }

  /// Reads one term and nothing behind it.
  public static Parsed<Term> term(SourceFile source, ParseOptions options) {
    return new Parsed<>(null, List.of());
  }

  /// Reads one `import` statement.
  public static Parsed<Module.Import> importStatement(SourceFile source, ParseOptions options) {
    return new Parsed<>(null, List.of());
  }
}
