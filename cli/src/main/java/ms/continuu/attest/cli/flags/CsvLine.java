package ms.continuu.attest.cli.flags;

import java.util.ArrayList;
import java.util.List;

/// The fields of one line of CSV, as Go's `encoding/csv` parts them.
final class CsvLine {
  private final String line;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private CsvLine(String line) {
    this.line = line;
  }

  static List<String> fields(String text) throws FlagException {
    if (text.isEmpty()) {
      return List.of();
    }
    CsvLine csv = new CsvLine(firstRecord(text));
    if (csv.line.isEmpty()) {
      throw new FlagException("EOF");
    }
    do {
      csv.field();
    } while (csv.skipComma());
    return csv.fields;
  }

  /// What stands before the first line end that is not within quotes.
  private static String firstRecord(String text) {
    boolean quoted = false;
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\n') {
      start++;
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        return text.substring(start, i);
      }
    }
    return text.substring(start);
  }

  private boolean skipComma() {
    if (at < line.length() && line.charAt(at) == ',') {
      at++;
      return true;
    }
    return false;
  }

  private void field() throws FlagException {
    if (at < line.length() && line.charAt(at) == '"') {
      at++;
      quotedField();
      return;
    }
    int end = line.indexOf(',', at);
    String field = line.substring(at, end < 0 ? line.length() : end);
    int quote = field.indexOf('"');
    if (quote >= 0) {
      throw fault(at + quote, "bare \" in non-quoted-field");
    }
    fields.add(field);
    at += field.length();
  }

  private void quotedField() throws FlagException {
    StringBuilder field = new StringBuilder();
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < line.length() && line.charAt(at) == '"') {
        field.append('"');
        at++;
      } else if (at == line.length() || line.charAt(at) == ',') {
        fields.add(field.toString());
        return;
      } else {
        throw fault(at - 1, "extraneous or missing \" in quoted-field");
      }
    }
    throw fault(at, "extraneous or missing \" in quoted-field");
  }

  private static FlagException fault(int offset, String reason) {
    return new FlagException("parse error on line 1, column " + (offset + 1) + ": " + reason);
  }
}
