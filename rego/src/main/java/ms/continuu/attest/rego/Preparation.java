package ms.continuu.attest.rego;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.builtin.BuiltinRegistry;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.CheckedQuery;
import ms.continuu.attest.rego.image.ImageReader;
import ms.continuu.attest.rego.image.ImageWriter;
import ms.continuu.attest.rego.interpret.Interpreter;
import ms.continuu.attest.rego.interpret.RunOptions;
import ms.continuu.attest.rego.interpret.SharedCache;
import ms.continuu.attest.rego.ir.Query;
import ms.continuu.attest.rego.plan.Planner;
import ms.continuu.attest.rego.runtime.EvaluationError;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;

/// A program planned, and its queries.
final class Preparation {
  private final CheckedProgram checked;
  private final Planner planner;
  private final Interpreter interpreter;
  private final SharedCache shared;

  Preparation(CheckedProgram checked, BuiltinRegistry builtins, SharedCache shared) {
    this.checked = checked;
    this.shared = shared;
    planner = new Planner(checked, builtins);
    interpreter = new Interpreter(planner.program());
  }

  Rego.PreparedQuery prepare(CheckedQuery query) {
    Query planned = planner.query(query);
    Map<String, String> names = new HashMap<>(checked.rewrittenVars());
    names.putAll(query.rewrittenVars());
    return request ->
        evaluation(planned, interpreter.run(planned, options(request, names, shared)));
  }

  byte[] image(CheckedQuery query) {
    return ImageWriter.write(planner.program(), planner.query(query));
  }

  static Rego.PreparedQuery open(byte[] image, BuiltinRegistry builtins, SharedCache shared) {
    ImageReader.Image read = ImageReader.read(image, builtins);
    Interpreter interpreter = new Interpreter(read.program());
    return request ->
        evaluation(read.query(), interpreter.run(read.query(), options(request, Map.of(), shared)));
  }

  private static RunOptions options(
      EvaluationRequest request, Map<String, String> names, SharedCache shared) {
    EvaluationRequest.PrintSink prints = request.prints();
    return new RunOptions(
        request.input(),
        request.data(),
        request.host(),
        request.limits(),
        request.indexing(),
        request.earlyExit(),
        request.tracers(),
        prints == null ? null : prints::print,
        request.cancelled(),
        names,
        shared,
        request.strictBuiltinErrors(),
        request.collectBuiltinErrors());
  }

  private static Evaluation evaluation(Query query, Interpreter.Run run) {
    List<Evaluation.Row> rows = new ArrayList<>();
    for (Interpreter.Row row : run.rows()) {
      List<Evaluation.Expression> expressions = new ArrayList<>();
      for (int i = 0; i < row.values().size(); i++) {
        Query.Result result = query.results().get(i);
        Value value = row.values().get(i);
        expressions.add(new Evaluation.Expression(value, result.text(), result.location()));
      }
      rows.add(new Evaluation.Row(expressions, row.bindings()));
    }
    EvaluationError error = run.error();
    return new Evaluation(
        error == null ? rows : List.of(),
        error == null ? null : fault(error),
        run.builtinErrors().stream().map(Preparation::fault).toList(),
        run.steps());
  }

  private static Evaluation.Fault fault(EvaluationError error) {
    List<Evaluation.Frame> stack =
        error.stack().stream()
            .map(frame ->
                new Evaluation.Frame(
                    frame.queryId(),
                    frame.location() == Location.NONE ? null : frame.location(),
                    frame.text()))
            .toList();
    return new Evaluation.Fault(error.code(), error.message(), error.location(), stack);
  }
}
