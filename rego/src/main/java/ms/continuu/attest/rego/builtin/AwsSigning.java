package ms.continuu.attest.rego.builtin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ms.continuu.attest.rego.crypto.Digests;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.NameFault;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `providers.aws.sign_req`: AWS signature version 4 of an `http.send` request.
final class AwsSigning implements BuiltinFamily {
  private static final SetValue REQUIRED =
      SetValue.of(
          StringValue.of("aws_service"),
          StringValue.of("aws_access_key"),
          StringValue.of("aws_secret_access_key"),
          StringValue.of("aws_region"));

  /// Headers that proxies may change.
  private static final Set<String> UNSIGNED =
      Set.of("authorization", "user-agent", "x-amzn-trace-id");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("providers.aws.sign_req", AwsSigning::signRequest);
  }

  private static Value signRequest(BuiltinContext context, Value[] operands) throws BuiltinFault {
    ObjectValue request = Operands.object(operands, 1);
    if (!(operands[1] instanceof ObjectValue config)) {
      throw Operands.wrong(1, "must be object but got " + operands[1].typeName());
    }
    checkConfig(config);
    if (!(operands[2] instanceof NumberValue timestamp)) {
      throw Operands.wrong(1, "must be number but got " + operands[2].typeName());
    }
    if (!timestamp.isWrittenWhole() || !timestamp.isLong()) {
      throw Operands.wrong(3, "could not convert time_ns value into a unix timestamp");
    }
    HttpRequestOperand.check(operands, 1);
    Value headers = request.get("headers");
    if (headers != null && !(headers instanceof ObjectValue)) {
      throw Operands.wrong(0, "must be object but got " + headers.typeName());
    }
    checkRequest(request);
    GoUrl url;
    try {
      url = GoUrl.parse(text(request.get("url")));
    } catch (NameFault e) {
      throw BuiltinFault.of(e.reason());
    }
    boolean unsignedPayload = false;
    Value disable = config.get("disable_payload_signing");
    if (disable != null) {
      if (!(disable instanceof BooleanValue)) {
        throw Operands.wrong(2, "invalid value for 'disable_payload_signing' in AWS config");
      }
      unsignedPayload = disable.equals(BooleanValue.TRUE);
    }
    Signing signing = new Signing(config, text(request.get("method")), url, timestamp.longValue());
    Map<String, String> given = headers((ObjectValue) headers);
    ObjectValue.Builder signed = ObjectValue.builder();
    given.forEach((name, value) -> signed.put(name, StringValue.of(value)));
    String hash =
        unsignedPayload ? "UNSIGNED-PAYLOAD" : hex(Digests.digest("SHA-256", body(request)));
    Map<String, String> added = signing.headers(hash);
    signed.put("Authorization", StringValue.of(signing.authorization(given, added, hash)));
    added.forEach((name, value) -> signed.put(name, StringValue.of(value)));
    return request.toBuilder().put("headers", signed.build()).build();
  }

  private static void checkConfig(ObjectValue config) throws BuiltinFault {
    SetValue.Builder missing = SetValue.builder();
    SetValue.Builder invalid = SetValue.builder();
    for (Value key : REQUIRED) {
      Value value = config.get(key);
      if (value == null) {
        missing.add(key);
      } else if (!(value instanceof StringValue)) {
        invalid.add(key);
      }
    }
    if (missing.size() > 0) {
      throw Operands.wrong(2, "missing required AWS config parameters(s): " + missing.build());
    }
    if (invalid.size() > 0) {
      throw Operands.wrong(
          2, "invalid values for required AWS config parameters(s): " + invalid.build());
    }
  }

  private static void checkRequest(ObjectValue request) throws BuiltinFault {
    SetValue.Builder invalid = SetValue.builder();
    for (String name : new String[] {"url", "method"}) {
      if (!(request.get(name) instanceof StringValue)) {
        invalid.add(StringValue.of(name));
      }
    }
    if (invalid.size() > 0) {
      throw Operands.wrong(
          1, "invalid values for required request parameters(s): " + invalid.build());
    }
  }

  private static byte[] body(ObjectValue request) {
    Value raw = request.get("raw_body");
    if (raw != null) {
      return Utf8.encode(text(raw));
    }
    Value body = request.get("body");
    return body == null ? new byte[0] : Utf8.encode(Json.text(body));
  }

  private static Map<String, String> headers(@Nullable ObjectValue headers) {
    Map<String, String> result = new LinkedHashMap<>();
    for (int i = 0; headers != null && i < headers.size(); i++) {
      result.put(text(headers.keyAt(i)), text(headers.valueAt(i)));
    }
    return result;
  }

  /// The text of a string; nothing for anything else.
  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.text() : "";
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /// One signing: credentials, and what they sign.
  private record Signing(ObjectValue config, String method, GoUrl url, long timeNanos) {
    private Instant time() {
      return Instant.ofEpochSecond(0, timeNanos);
    }

    private String service() {
      return text(config.get("aws_service"));
    }

    private String scope() {
      return DAY.format(time())
          + "/"
          + text(config.get("aws_region"))
          + "/"
          + service()
          + "/aws4_request";
    }

    /// The headers that signing adds.
    Map<String, String> headers(String hash) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("host", url.host());
      headers.put("x-amz-date", SECOND.format(time()));
      if (service().equals("s3") || service().equals("glacier")) {
        headers.put("x-amz-content-sha256", hash);
      }
      String session = text(config.get("aws_session_token"));
      if (!session.isEmpty()) {
        headers.put("x-amz-security-token", session);
      }
      return headers;
    }

    String authorization(Map<String, String> given, Map<String, String> added, String hash) {
      Map<String, String> signed = new TreeMap<>(Utf8::compare);
      signed.putAll(added);
      given.forEach((name, value) -> {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!UNSIGNED.contains(lower)) {
          signed.put(lower, value);
        }
      });
      StringBuilder canonical = new StringBuilder(method).append('\n');
      canonical.append(url.escapedPath()).append('\n').append(url.rawQuery()).append('\n');
      signed.forEach(
          (name, value) -> canonical.append(name).append(':').append(value).append('\n'));
      String names = String.join(";", signed.keySet());
      canonical.append('\n').append(names).append('\n').append(hash);
      String toSign =
          "AWS4-HMAC-SHA256\n"
              + SECOND.format(time())
              + "\n"
              + scope()
              + "\n"
              + hex(Digests.digest("SHA-256", Utf8.encode(canonical.toString())));
      byte[] key = Utf8.encode("AWS4" + text(config.get("aws_secret_access_key")));
      for (String part : scope(text(config.get("aws_region")))) {
        key = hmac(key, part);
      }
      return "AWS4-HMAC-SHA256 Credential="
          + text(config.get("aws_access_key"))
          + "/"
          + scope()
          + ",SignedHeaders="
          + names
          + ",Signature="
          + hex(hmac(key, toSign));
    }

    private String[] scope(String region) {
      return new String[] {DAY.format(time()), region, service(), "aws4_request"};
    }

    private static byte[] hmac(byte[] key, String text) {
      return Digests.hmac("HmacSHA256", key, Utf8.encode(text));
    }
  }
}
