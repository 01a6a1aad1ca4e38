package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.opa.EvaluationReport;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// The report of an evaluation in each of the formats of `opa eval`.
public final class EvaluationOutput {
  private EvaluationOutput() {}

  /// Prints the report in a format by its name.
  public static void print(
      String format, EvaluationReport report, boolean variables, Console console) {
    switch (format) {
      case "bindings" -> bindings(report, console);
      case "values" -> values(report, console);
      case "raw" -> raw(report, console);
      case "pretty" -> pretty(report, variables, console);
      case "discard" -> console.println(discarded(json(report)));
      default -> console.print(json(report));
    }
  }

  private static boolean failed(EvaluationReport report, Console console) {
    if (report.problems().isEmpty()) {
      return false;
    }
    console.printlnError(FailureOutput.text(report.problems()));
    return true;
  }

  private static void bindings(EvaluationReport report, Console console) {
    if (failed(report, console)) {
      return;
    }
    for (Evaluation.Row row : report.rows()) {
      StringBuilder text = new StringBuilder();
      writeBindings(row, new JsonWriter(text, "  ", true));
      console.println(text.toString());
    }
  }

  private static void values(EvaluationReport report, Console console) {
    if (failed(report, console)) {
      return;
    }
    for (Evaluation.Row row : report.rows()) {
      StringBuilder text = new StringBuilder();
      JsonWriter json = new JsonWriter(text, "  ", true).beginArray();
      row.expressions().forEach(e -> json.value(JsonForm.of(e.value())));
      json.endArray();
      console.println(text.toString());
    }
  }

  private static void raw(EvaluationReport report, Console console) {
    if (failed(report, console)) {
      return;
    }
    for (Evaluation.Row row : report.rows()) {
      List<String> texts = new ArrayList<>();
      for (Evaluation.Expression expression : row.expressions()) {
        texts.add(
            expression.value() instanceof StringValue string
                ? string.text()
                : compact(expression.value()));
      }
      console.println(String.join(" ", texts));
    }
  }

  private static String compact(Value value) {
    return Json.text(JsonForm.of(value));
  }

  private static void pretty(EvaluationReport report, boolean variables, Console console) {
    console.print(TraceOutput.text(report.explanation(), variables));
    if (!failed(report, console)) {
      if (report.rows().isEmpty()) {
        console.println("undefined");
      } else {
        result(report.rows(), console);
      }
    }
    console.print(ObservationOutput.text(report));
  }

  private static void result(List<Evaluation.Row> rows, Console console) {
    Evaluation.Row first = rows.getFirst();
    boolean single =
        first.expressions().size() == 1
            || first.expressions().stream().allMatch(EvaluationOutput::isBoolean);
    if (rows.size() == 1 && first.bindings().isEmpty() && single) {
      console.println(Json.text(JsonForm.of(first.expressions().getFirst().value()), "  ", true));
      return;
    }
    List<Column> columns = columns(first);
    Table table = Table.of(columns.stream().map(Column::title).toList());
    for (Evaluation.Row row : rows) {
      table.row(columns.stream().map(column -> compact(column.value(row))).toList());
    }
    console.print(table.text());
  }

  private static boolean isBoolean(Evaluation.Expression expression) {
    return expression.value() instanceof BooleanValue;
  }

  /// A column of the table of results: a variable, or an expression when the variable is empty.
  private record Column(String variable, int index, String text) {
    String title() {
      return variable.isEmpty() ? text : variable;
    }

    Value value(Evaluation.Row row) {
      if (variable.isEmpty()) {
        return row.expressions().get(index).value();
      }
      Value bound = row.bindings().get(variable);
      return bound == null ? NullValue.NULL : bound;
    }
  }

  private static List<Column> columns(Evaluation.Row row) {
    List<Column> columns = new ArrayList<>();
    row.bindings().keySet().forEach(name -> columns.add(new Column(name, 0, "")));
    for (int i = 0; i < row.expressions().size(); i++) {
      Evaluation.Expression expression = row.expressions().get(i);
      if (!isBoolean(expression) || row.bindings().isEmpty()) {
        columns.add(new Column("", i, expression.text()));
      }
    }
    columns.sort(Comparator.comparing(Column::variable).thenComparingInt(Column::index));
    return columns;
  }

  private static String json(EvaluationReport report) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "  ", true);
    json.beginObject();
    FailureOutput.write(report.problems(), json);
    if (!report.rows().isEmpty()) {
      json.name("result").beginArray();
      report.rows().forEach(row -> write(row, json));
      json.endArray();
    }
    ObservationOutput.write(report, json);
    json.endObject();
    return text.append('\n').toString();
  }

  /// The report without its result, members in order of their names.
  private static String discarded(String json) {
    try {
      Value report = Json.parse(json);
      boolean defined = report instanceof ObjectValue object && object.get("result") != null;
      Value shown =
          defined
              ? ((ObjectValue) report)
                  .toBuilder().put("result", StringValue.of("discarded")).build()
              : report;
      return Json.text(shown, "  ", true);
    } catch (JsonSyntaxException e) {
      throw new IllegalStateException("own JSON is sound", e);
    }
  }

  private static void write(Evaluation.Row row, JsonWriter json) {
    json.beginObject().name("expressions").beginArray();
    for (Evaluation.Expression expression : row.expressions()) {
      json.beginObject().name("value").value(JsonForm.of(expression.value()));
      json.member("text", expression.text());
      json.name("location").beginObject();
      json.member("row", expression.location().row());
      json.member("col", expression.location().column()).endObject();
      json.endObject();
    }
    json.endArray();
    if (!row.bindings().isEmpty()) {
      json.name("bindings");
      writeBindings(row, json);
    }
    json.endObject();
  }

  private static void writeBindings(Evaluation.Row row, JsonWriter json) {
    json.beginObject();
    List<String> names = new ArrayList<>(row.bindings().keySet());
    names.sort(Utf8::compare);
    for (String name : names) {
      Value value = row.bindings().get(name);
      json.name(name).value(value == null ? NullValue.NULL : JsonForm.of(value));
    }
    json.endObject();
  }

  /// Prints the failure of an operation that came to no report.
  public static void failure(Failure failure, Console console) {
    console.printlnError(failure.text());
  }
}
