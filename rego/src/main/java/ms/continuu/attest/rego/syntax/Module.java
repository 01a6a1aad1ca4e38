package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// A parsed Rego file.
public record Module(
    SourceFile source,
    RegoVersion version,
    Package packageDeclaration,
    List<Import> imports,
    List<Rule> rules,
    List<Annotations> annotations,
    List<Comment> comments) {

  public Module {
    imports = List.copyOf(imports);
    rules = List.copyOf(rules);
    annotations = List.copyOf(annotations);
    comments = List.copyOf(comments);
  }

  /// `package a.b`; the path begins with `data`.
  public record Package(Term.Ref path, Location location) {}

  /// `import path as alias`.
  public record Import(Term.Ref path, Term.@Nullable Var alias, Location location) {}

  /// A comment, without its `#`.
  public record Comment(String text, Location location) {}
}
