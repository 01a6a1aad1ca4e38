package ms.continuu.attest.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.EvaluationRequest;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.builtin.BuiltinRegistry;
import ms.continuu.attest.rego.builtin.Builtins;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.check.QueryOptions;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.rego.types.Type;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Runs evaluation cases and compares as OPA's own runner does.
final class RegoJudge {
  /// A built-in that only the suites have: it does nothing.
  private static final BuiltinDeclaration SLEEP =
      new BuiltinDeclaration(
          "test.sleep",
          "",
          List.of(),
          new Type.Function(List.of(Type.Scalar.STRING), null, Type.Scalar.NULL),
          "",
          false,
          false,
          false);

  private final Rego engine;
  private final Map<RegoVersion, CompileOptions> options;

  RegoJudge() {
    BuiltinRegistry builtins = Builtins.standard();
    builtins.add(SLEEP.name(), (context, operands) -> NullValue.NULL);
    engine = new Rego(builtins);
    options =
        Map.of(RegoVersion.V0, options(RegoVersion.V0), RegoVersion.V1, options(RegoVersion.V1));
  }

  private static CompileOptions options(RegoVersion version) {
    return CompileOptions.DEFAULT.withCapabilities(
        Capabilities.current(version).with(List.of(SLEEP)));
  }

  Verdict judge(RegoCase one) {
    String reason;
    try {
      reason = compare(one, run(one));
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      reason = "crash: " + e + (trace.length == 0 ? "" : " at " + trace[0]);
    }
    return new Verdict(one.id(), one.note(), reason);
  }

  /// What a run came to: rows as JSON, or the code and the text of an error.
  private record Outcome(List<Value> rows, @Nullable String errorCode, String error) {}

  private Outcome run(RegoCase one) {
    List<Module> modules = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (int i = 0; i < one.modules().size(); i++) {
      SourceFile source = new SourceFile("test-" + i + ".rego", one.modules().get(i));
      Parsed<Module> parsed = Parser.module(source, ParseOptions.of(one.version()));
      faults.addAll(parsed.diagnostics());
      if (parsed.tree() != null) {
        modules.add(parsed.tree());
      }
    }
    if (!faults.isEmpty()) {
      return failed(faults);
    }
    Compilation compilation =
        Compilation.of(modules, options.getOrDefault(one.version(), CompileOptions.DEFAULT));
    CheckedProgram program = compilation.program();
    if (program == null) {
      return failed(compilation.diagnostics());
    }
    Parsed<Body> query =
        Parser.body(new SourceFile("", one.query()), ParseOptions.of(RegoVersion.V1));
    if (query.tree() == null || !query.diagnostics().isEmpty()) {
      return failed(query.diagnostics());
    }
    Compilation.Query checked = Compilation.ofQuery(program, query.tree(), QueryOptions.DEFAULT);
    if (checked.query() == null) {
      return failed(checked.diagnostics());
    }
    Value input = one.inputTerm() == null ? one.input() : inputOf(program, one.inputTerm());
    Evaluation evaluation =
        engine
            .load(program)
            .prepare(checked.query())
            .run(
                EvaluationRequest.of(input, one.data(), new SuiteHost())
                    .withStrictBuiltinErrors(one.strictError()));
    Evaluation.Fault error = evaluation.error();
    return error == null
        ? new Outcome(rows(evaluation, one), null, "")
        : new Outcome(List.of(), error.code(), error.toString());
  }

  /// The value of an input given as a Rego term, by evaluating it.
  private @Nullable Value inputOf(CheckedProgram program, String term) {
    Body body = Parser.body(new SourceFile("", term), ParseOptions.of(RegoVersion.V1)).tree();
    if (body == null) {
      throw new IllegalStateException("input_term is no term: " + term);
    }
    Compilation.Query checked = Compilation.ofQuery(program, body, QueryOptions.DEFAULT);
    if (checked.query() == null) {
      throw new IllegalStateException("input_term: " + checked.diagnostics());
    }
    Evaluation evaluation =
        engine
            .load(program)
            .prepare(checked.query())
            .run(EvaluationRequest.of(null, ObjectValue.EMPTY, new SuiteHost()));
    return evaluation.rows().getFirst().expressions().getFirst().value();
  }

  private static Outcome failed(List<Diagnostic> faults) {
    String text =
        faults.stream()
            .map(fault ->
                (fault.location() == null ? "" : fault.location() + ": ")
                    + fault.code()
                    + ": "
                    + fault.message())
            .collect(Collectors.joining("\n"));
    return new Outcome(List.of(), faults.isEmpty() ? "" : faults.getFirst().code(), text);
  }

  private static List<Value> rows(Evaluation evaluation, RegoCase one) {
    List<Value> rows = new ArrayList<>();
    for (Evaluation.Row row : evaluation.rows()) {
      ObjectValue.Builder bindings = ObjectValue.builder();
      row.bindings()
          .forEach((name, value) -> {
            if (!one.ignoreGeneratedVars() || !name.startsWith("__local")) {
              bindings.put(name, asJson(value, one.sortBindings()));
            }
          });
      rows.add(bindings.build());
    }
    return rows;
  }

  private static Value asJson(Value value, boolean sorted) {
    try {
      Value json = Json.parse(Json.text(value));
      return sorted && json instanceof ArrayValue array
          ? ArrayValue.of(array.asList().stream().sorted().toList())
          : json;
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("written JSON cannot be read: " + value, e);
    }
  }

  private static String compare(RegoCase one, Outcome outcome) {
    if (outcome.errorCode() != null) {
      if (one.errorCode() == null && one.error() == null) {
        return "wanted " + one.results() + "\ngot error " + outcome.error();
      }
      boolean codeFits =
          one.errorCode() == null
              || one.errorCode().equals(outcome.errorCode())
              || outcome.error().contains(one.errorCode());
      boolean textFits = one.error() == null || outcome.error().contains(one.error());
      return codeFits && textFits
          ? ""
          : "wanted error "
              + one.errorCode()
              + " "
              + one.error()
              + "\ngot error "
              + outcome.error();
    }
    List<Value> wanted = one.results();
    if (wanted == null) {
      return "wanted error " + one.errorCode() + " " + one.error() + "\ngot " + outcome.rows();
    }
    TreeSet<Value> expected = new TreeSet<>();
    wanted.forEach(row -> expected.add(normal(row, one)));
    return expected.equals(new TreeSet<>(outcome.rows()))
        ? ""
        : "wanted " + expected + "\ngot    " + outcome.rows();
  }

  private static Value normal(Value row, RegoCase one) {
    ObjectValue bindings = (ObjectValue) row;
    ObjectValue.Builder normal = ObjectValue.builder();
    for (int i = 0; i < bindings.size(); i++) {
      if (!one.ignoreGeneratedVars() || !bindings.keyAt(i).toString().startsWith("\"__local")) {
        normal.put(bindings.keyAt(i), asJson(bindings.valueAt(i), one.sortBindings()));
      }
    }
    return normal.build();
  }
}
