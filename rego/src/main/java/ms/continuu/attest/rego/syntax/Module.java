package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// A parsed Rego file.
///
/// @param version the version it was parsed as; v0 that imports `rego.v1` or `rego.v2` is
///   `V0_COMPAT_V1`
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

  /// The latest version whose language it uses: `import rego.v1` and `rego.v2` raise its own.
  public RegoVersion latestVersion() {
    RegoVersion latest = version == RegoVersion.V0_COMPAT_V1 ? RegoVersion.V1 : version;
    for (Import statement : imports) {
      RegoVersion raised = statement.raisesTo();
      if (raised != null && raised.compareTo(latest) > 0) {
        latest = raised;
      }
    }
    return latest;
  }

  /// `package a.b`; the path begins with `data`.
  public record Package(Term.Ref path, Location location) {}

  /// `import path as alias`.
  public record Import(Term.Ref path, Term.@Nullable Var alias, Location location) {
    /// The version that `import rego.v1` and `import rego.v2` bring, else null.
    public @Nullable RegoVersion raisesTo() {
      return switch (TermText.of(path)) {
        case "rego.v1" -> RegoVersion.V1;
        case "rego.v2" -> RegoVersion.V2;
        default -> null;
      };
    }
  }

  /// A comment, without its `#`.
  public record Comment(String text, Location location) {}
}
