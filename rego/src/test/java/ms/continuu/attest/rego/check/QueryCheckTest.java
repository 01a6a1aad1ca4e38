package ms.continuu.attest.rego.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.junit.jupiter.api.Test;

class QueryCheckTest {
  private static final CheckedProgram PROGRAM = Checks.program("package a\np contains 1");

  private static Term.Ref ref(String... names) {
    List<Term> parts = new ArrayList<>();
    parts.add(new Term.Var(names[0], Location.NONE));
    for (int i = 1; i < names.length; i++) {
      parts.add(new Term.Scalar(StringValue.of(names[i]), Location.NONE));
    }
    return new Term.Ref(parts, Location.NONE);
  }

  private static String text(String query, QueryOptions options) {
    Compilation.Query checked = Checks.query(PROGRAM, query, options);
    assertThat(checked.diagnostics()).isEmpty();
    return TermText.of(Objects.requireNonNull(checked.query()).body());
  }

  @Test
  void namesOfAPackageAreKnown() {
    QueryOptions options = new QueryOptions(ref("data", "a"), List.of(), false, false);
    assertThat(text("x = p", options)).isEqualTo("x = data.a.p");
  }

  @Test
  void importsAreKnown() {
    Module.Import imported = new Module.Import(ref("data", "a", "p"), null, Location.NONE);
    QueryOptions options = new QueryOptions(null, List.of(imported), false, false);
    assertThat(text("x = p", options)).isEqualTo("x = data.a.p");
  }

  @Test
  void localsOfAQueryAreToldByTheirNames() {
    Compilation.Query checked = Checks.query(PROGRAM, "x := 1", QueryOptions.DEFAULT);
    assertThat(Objects.requireNonNull(checked.query()).rewrittenVars())
        .containsExactly(Map.entry("__localq0__", "x"));
  }

  @Test
  void aFaultyQueryHasNoResult() {
    Compilation.Query checked = Checks.query(PROGRAM, "x = y", QueryOptions.DEFAULT);
    assertThat(checked.query()).isNull();
    assertThat(Checks.lines(checked.diagnostics()))
        .containsExactly(
            "1:1: rego_unsafe_var_error: var x is unsafe",
            "1:1: rego_unsafe_var_error: var y is unsafe");
  }

  @Test
  void anEmptyQueryIsRefused() {
    Compilation.Query checked =
        Compilation.ofQuery(PROGRAM, new Body(List.of()), QueryOptions.DEFAULT);
    assertThat(Checks.lines(checked.diagnostics()))
        .containsExactly("rego_compile_error: empty query cannot be compiled");
  }
}
