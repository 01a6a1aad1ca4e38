package ms.continuu.attest.rego.types;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The JSON schemas that were loaded, by the ref that annotations name them with. The one at
/// `schema` alone is the schema of `input` in all modules.
public final class Schemas {
  private final Map<String, Value> byRef = new HashMap<>();

  /// Adds the schema at `schema` and the names below it: those of folders and the file without its
  /// extension.
  public void put(List<String> names, Value schema) {
    StringBuilder ref = new StringBuilder("schema");
    for (String name : names) {
      ref.append(TermText.isName(name) ? "." + name : "[\"" + name + "\"]");
    }
    byRef.put(ref.toString(), schema);
  }

  /// The schema of `input`, or null.
  public @Nullable Value ofInput() {
    return byRef.get("schema");
  }

  @Nullable Value get(List<Term> ref) {
    return byRef.get(TermText.ofRef(ref));
  }
}
