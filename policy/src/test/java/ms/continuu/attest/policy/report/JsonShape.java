package ms.continuu.attest.policy.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.json.JsonDocuments;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Outcome;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.policy.World;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.policy.rego.RegoFrontend;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

/// JSON texts against JSON schemas, judged by a policy; and the way to a member.
final class JsonShape {
  private static final String POLICY =
      """
      package shape

      deny contains fault.error if {
        [matches, faults] := json.match_schema(input, data.schema)
        not matches
        some fault in faults
      }
      """;

  private JsonShape() {}

  /// What is wrong with a text by a schema.
  static List<String> faults(String json, String schema) {
    ObjectValue data = ObjectValue.of(Map.of("schema", parse(schema)));
    PolicyGroup group =
        Objects.requireNonNull(
            new RegoFrontend()
                .load(new PolicySources(List.of(new SourceFile("shape.rego", POLICY)), data))
                .group());
    Subject subject =
        new Subject(
            JsonDocuments.JSON
                .read(new SourceFile("report.json", json), DocumentLimits.DEFAULT)
                .documents()
                .getFirst(),
            parse(json),
            List.of(),
            Subject.Kind.OTHER);
    Outcome outcome = group.evaluate(subject, new World(data, JdkHost.with(Map.of())), Limits.NONE);
    if (!outcome.faults().isEmpty()) {
      throw new IllegalStateException(outcome.faults().toString());
    }
    return outcome.findings().stream().map(Finding::message).toList();
  }

  static Value parse(String json) {
    try {
      return Json.parse(json);
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /// The member of a path such as `runs.0.results`.
  static Value at(Value value, String path) {
    Value at = value;
    for (String name : path.split("\\.")) {
      at =
          at instanceof ArrayValue array
              ? array.get(Integer.parseInt(name))
              : Objects.requireNonNull(((ObjectValue) at).get(name), path);
    }
    return at;
  }

  static String resource(String name) {
    try (InputStream in = JsonShape.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
