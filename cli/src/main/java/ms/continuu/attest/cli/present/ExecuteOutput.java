package ms.continuu.attest.cli.present;

import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.opa.Execute;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Value;

/// Answers about many inputs as JSON.
public final class ExecuteOutput {
  private ExecuteOutput() {}

  public static String json(Execute.Report report) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "  ", true).beginObject();
    json.name("result").beginArray();
    report.answers().forEach(answer -> write(answer, json));
    json.endArray().endObject();
    return text.append('\n').toString();
  }

  private static void write(Execute.Answer answer, JsonWriter json) {
    json.beginObject();
    if (!answer.id().isEmpty()) {
      json.member("decision_id", answer.id());
    }
    json.member("path", answer.path());
    Failure.Problem problem = answer.problem();
    if (problem != null) {
      json.name("error").beginObject();
      if (!problem.code().isEmpty()) {
        json.member("code", problem.code()).member("message", problem.message());
        if (problem.location() != null) {
          json.name("location");
          FailureOutput.write(problem.location(), json);
        }
      }
      json.endObject();
    }
    Value result = answer.result();
    if (result != null) {
      json.name("result").value(JsonForm.of(result));
    }
    json.endObject();
  }
}
