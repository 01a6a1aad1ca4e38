package ms.continuu.attest.rego.check;

import java.util.List;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.StringValue;

/// What is asked of imports.
final class Imports {
  private Imports() {}

  /// The name that it brings: the alias, else the last part of the path.
  static String name(Module.Import imported) {
    if (imported.alias() != null) {
      return imported.alias().name();
    }
    return switch (imported.path().terms().getLast()) {
      case Term.Var variable -> variable.name();
      case Term.Scalar scalar when scalar.value() instanceof StringValue name -> name.text();
      default -> "";
    };
  }

  /// Whether it brings a keyword or a version of the language, not a document.
  static boolean isOfLanguage(Module.Import imported) {
    return imported.path().head() instanceof Term.Var root
        && (root.name().equals("future") || root.name().equals("rego"));
  }

  /// Whether it is `import rego.v1`, say.
  static boolean isOf(Module.Import imported, String path) {
    return TermText.ofRef(imported.path().terms()).equals(path);
  }

  static String text(Module.Import imported) {
    List<Term> path = imported.path().terms();
    String text = "import " + TermText.ofRef(path);
    return imported.alias() == null ? text : text + " as " + imported.alias().name();
  }
}
