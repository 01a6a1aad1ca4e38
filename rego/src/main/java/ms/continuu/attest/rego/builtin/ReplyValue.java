package ms.continuu.attest.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.YamlCodec;
import ms.continuu.attest.rego.net.HeaderName;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// A reply as `http.send` returns it.
final class ReplyValue {
  private ReplyValue() {}

  static Value of(Host.HttpReply reply, boolean forceJson, boolean forceYaml) {
    Map<String, List<String>> headers = CachedReply.lowerCase(reply.headers());
    String type = CachedReply.first(headers, "content-type");
    Value body = NullValue.NULL;
    if (forceJson || isJson(type)) {
      body = json(reply.body());
    } else if (forceYaml
        || type.contains("application/yaml")
        || type.contains("application/x-yaml")) {
      body = yaml(reply.body());
    }
    ObjectValue.Builder shown = ObjectValue.builder(headers.size());
    headers.forEach((name, values) -> shown.put(name, texts(values)));
    return ObjectValue.builder(5)
        .put("status", StringValue.of(reply.statusLine()))
        .put("status_code", NumberValue.of(reply.status()))
        .put("body", body)
        .put("raw_body", StringValue.ofBytes(reply.body()))
        .put("headers", shown.build())
        .build();
  }

  private static Value texts(List<String> values) {
    List<Value> texts = new ArrayList<>(values.size());
    values.forEach(value -> texts.add(StringValue.of(value)));
    return ArrayValue.of(texts);
  }

  /// What is no JSON is null, not a fault.
  private static Value json(byte[] body) {
    try {
      return Json.parseFirst(body);
    } catch (JsonSyntaxException e) {
      return NullValue.NULL;
    }
  }

  private static Value yaml(byte[] body) {
    Optional<YamlCodec> codec = YamlCodec.installed();
    if (codec.isEmpty()) {
      return NullValue.NULL;
    }
    try {
      return codec.get().parse(Utf8.decode(body));
    } catch (YamlCodec.YamlSyntaxException e) {
      return NullValue.NULL;
    }
  }

  /// Whether a `Content-Type` is `application/json` or `application/…+json`, with well-formed
  /// parameters.
  private static boolean isJson(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type =
        (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
            .strip()
            .toLowerCase(Locale.ROOT);
    String[] parts = type.split("/", -1);
    return parts.length == 2
        && parts[0].equals("application")
        && HeaderName.isToken(parts[1])
        && (parts[1].equals("json") || parts[1].endsWith("+json"))
        && (semicolon < 0 || hasParameters(contentType.substring(semicolon)));
  }

  /// `; name=value; name="value"`, with at most a last `;` left over.
  private static boolean hasParameters(String text) {
    return text.matches(
        "(\\s*;\\s*[!#$%&'*+.^_`|~0-9a-zA-Z-]+=([!#$%&'*+.^_`|~0-9a-zA-Z-]+"
            + "|\"([^\"\\\\]|\\\\.)*\"))*\\s*;?\\s*");
  }
}
