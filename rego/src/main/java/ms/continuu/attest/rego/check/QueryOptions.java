package ms.continuu.attest.rego.check;

import java.util.List;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Term;
import org.jspecify.annotations.Nullable;

/// What a query is checked with.
///
/// @param packagePath the package (`data.a.b`) that names of the query are looked up in, or null
/// @param imports imports that hold for the query
/// @param keepPrints `print` calls stay
/// @param strict unused variables are errors
public record QueryOptions(
    Term.@Nullable Ref packagePath,
    List<Module.Import> imports,
    boolean keepPrints,
    boolean strict) {

  /// No package, no imports, prints erased.
  public static final QueryOptions DEFAULT = new QueryOptions(null, List.of(), false, false);

  /// Names are looked up in a package and imports; `print` calls stay.
  public static QueryOptions within(Term.@Nullable Ref packagePath, List<Module.Import> imports) {
    return new QueryOptions(packagePath, imports, true, false);
  }

  public QueryOptions {
    imports = List.copyOf(imports);
  }
}
