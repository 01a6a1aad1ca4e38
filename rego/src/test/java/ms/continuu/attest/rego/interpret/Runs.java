package ms.continuu.attest.rego.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.check.QueryOptions;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Evaluates small programs: the module is `m.rego`, its package `t`.
public final class Runs {
  private Runs() {}

  /// A module, an input and base documents as JSON.
  public record Setting(String module, @Nullable String input, String data) {

    public static Setting of(String module) {
      return new Setting(module, null, "{}");
    }

    public Setting withInput(String json) {
      return new Setting(module, json, data);
    }

    public Setting withData(String json) {
      return new Setting(module, input, json);
    }

    public Evaluation run(String query) {
      return run(query, request -> request);
    }

    public Evaluation run(String query, UnaryOperator<EvaluationRequest> changes) {
      CheckedProgram program = program(module);
      EvaluationRequest request =
          EvaluationRequest.of(
              input == null ? null : json(input), (ObjectValue) json(data), new ClosedHost());
      return Rego.standard()
          .load(program)
          .prepare(query(program, query))
          .run(changes.apply(request));
    }

    /// The value of a query of one row and one expression, as Rego text.
    public String value(String query) {
      Evaluation evaluation = run(query);
      assertThat(evaluation.error()).isNull();
      assertThat(evaluation.rows()).hasSize(1);
      return evaluation.rows().getFirst().expressions().getFirst().value().toString();
    }

    /// What the error of a query says.
    public String error(String query) {
      return Objects.requireNonNull(run(query).error()).toString();
    }
  }

  public static CheckedProgram program(String module) {
    Module tree =
        Objects.requireNonNull(
            Parser.module(
                    new SourceFile("m.rego", "package t\n" + module),
                    ParseOptions.of(RegoVersion.V1))
                .tree());
    Compilation compilation =
        Compilation.of(List.of(tree), CompileOptions.DEFAULT.withKeepPrints(true));
    assertThat(compilation.diagnostics()).isEmpty();
    return Objects.requireNonNull(compilation.program());
  }

  private static CheckedQuery query(CheckedProgram program, String text) {
    Body body =
        Objects.requireNonNull(
            Parser.body(new SourceFile("", text), ParseOptions.of(RegoVersion.V1)).tree());
    Compilation.Query checked = Compilation.ofQuery(program, body, QueryOptions.DEFAULT);
    assertThat(checked.diagnostics()).isEmpty();
    return Objects.requireNonNull(checked.query());
  }

  private static Value json(String text) {
    try {
      return Json.parse(text);
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /// A host that knows nothing.
  private static final class ClosedHost implements Host {
    @Override
    public long nowNanos() {
      return 0;
    }

    @Override
    public void randomBytes(byte[] bytes) {}

    @Override
    public long randomLong(long bound) {
      return 0;
    }

    @Override
    public Value runtime() {
      return ObjectValue.of(Map.of());
    }

    @Override
    public List<String> lookUpAddresses(String name) {
      return List.of();
    }

    @Override
    public HttpReply send(HttpCall call) {
      throw new IllegalStateException("no network");
    }
  }
}
