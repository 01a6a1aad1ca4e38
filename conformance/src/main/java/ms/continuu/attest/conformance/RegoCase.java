package ms.continuu.attest.conformance;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// One evaluation case, as OPA's suites describe it.
///
/// @param version the language of the modules
/// @param inputTerm the input as a Rego term; wins over `input`
/// @param results the rows wanted, or null when an error is wanted
record RegoCase(
    String id,
    String note,
    RegoVersion version,
    String query,
    List<String> modules,
    ObjectValue data,
    @Nullable Value input,
    @Nullable String inputTerm,
    @Nullable List<Value> results,
    @Nullable String errorCode,
    @Nullable String error,
    boolean sortBindings,
    boolean strictError,
    boolean ignoreGeneratedVars) {

  static RegoCase read(String id, RegoVersion version, ObjectValue json) {
    return new RegoCase(
        id,
        orEmpty(text(json, "note")),
        version,
        orEmpty(text(json, "query")),
        texts(json.get("modules")),
        json.get("data") instanceof ObjectValue data ? data : ObjectValue.EMPTY,
        json.get("input"),
        text(json, "input_term"),
        json.get("want_result") instanceof ArrayValue rows ? rows.asList() : null,
        text(json, "want_error_code"),
        text(json, "want_error"),
        json.get("sort_bindings") == BooleanValue.TRUE,
        json.get("strict_error") == BooleanValue.TRUE,
        json.get("ignore_generated_vars") == BooleanValue.TRUE);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String text(ObjectValue json, String name) {
    return json.get(name) instanceof StringValue string ? string.text() : null;
  }

  private static List<String> texts(@Nullable Value value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      array.forEach(item -> texts.add(item instanceof StringValue string ? string.text() : ""));
    }
    return texts;
  }
}
