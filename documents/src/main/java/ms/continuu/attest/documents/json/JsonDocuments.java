package ms.continuu.attest.documents.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;

/// JSON: one value, or several one after another as in NDJSON.
public final class JsonDocuments implements DocumentFormat {
  public static final JsonDocuments JSON = new JsonDocuments();

  private JsonDocuments() {}

  @Override
  public String name() {
    return "json";
  }

  @Override
  public Reading read(SourceFile source, DocumentLimits limits) {
    byte[] bytes = Utf8.encode(source.text());
    try {
      List<Json.Placed> values = Json.parseAllDistinct(bytes);
      if (values.size() > limits.documents()) {
        return refused(source, 0, "more than " + limits.documents() + " documents in one file");
      }
      List<Document> documents = new ArrayList<>(values.size());
      boolean ascii = bytes.length == source.text().length();
      for (int i = 0; i < values.size(); i++) {
        int at = ascii ? values.get(i).offset() : characters(bytes, values.get(i).offset());
        documents.add(new Document(source, i, values.get(i).value(), new JsonPlaces(source, at)));
      }
      return new Reading(documents, List.of());
    } catch (JsonSyntaxException fault) {
      return refused(source, characters(bytes, fault.offset()), String.valueOf(fault.getMessage()));
    }
  }

  private static Reading refused(SourceFile source, int at, String message) {
    int end = Math.min(at + 1, source.text().length());
    return new Reading(
        List.of(),
        List.of(Diagnostic.error("json_parse_error", message, source.at(Math.min(at, end), end))));
  }

  /// How many characters the first bytes are.
  private static int characters(byte[] bytes, int count) {
    return new String(bytes, 0, Math.min(count, bytes.length), StandardCharsets.UTF_8).length();
  }
}
