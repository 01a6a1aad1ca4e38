package ms.continuu.attest.cli.present;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.RegoText;

/// One line of a log, at level error.
public final class LogLine {
  private final String message;
  private final Map<String, String> fields = new TreeMap<>();

  private LogLine(String message) {
    this.message = message;
  }

  public static LogLine of(String message) {
    return new LogLine(message);
  }

  /// This with one more field.
  public LogLine with(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /// Prints to standard error as `json`, `json-pretty` or `text`.
  public void print(String format, Console console) {
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    if (format.equals("text")) {
      StringBuilder text = new StringBuilder("time=" + RegoText.quote(time));
      text.append(" level=error msg=").append(RegoText.quote(message));
      fields.forEach(
          (name, value) -> text.append(' ').append(name).append('=').append(RegoText.quote(value)));
      console.printlnError(text.toString());
      return;
    }
    Map<String, String> all = new TreeMap<>(fields);
    all.put("level", "error");
    all.put("msg", message);
    all.put("time", time);
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, format.equals("json") ? "" : "  ", true).beginObject();
    all.forEach(json::member);
    json.endObject();
    console.printlnError(text.toString());
  }
}
