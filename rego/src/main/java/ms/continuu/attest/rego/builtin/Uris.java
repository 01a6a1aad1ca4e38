package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `uri.*`.
final class Uris implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("uri.parse", Uris::parse);
    registry.add("uri.is_valid", (context, operands) -> BooleanValue.of(isValid(operands[0])));
  }

  /// The parts that are there. A path comes also as it was written.
  private static Value parse(BuiltinContext context, Value[] operands) throws BuiltinFault {
    GoUrl url;
    try {
      url = GoUrl.parse(ByteText.operand(operands, 1));
    } catch (GoUrl.Fault e) {
      throw BuiltinFault.of(String.valueOf(e.getMessage()));
    }
    ObjectValue.Builder parts = ObjectValue.builder();
    put(parts, "scheme", url.scheme());
    put(parts, "hostname", url.hostname());
    put(parts, "port", url.port());
    put(parts, "path", url.path());
    put(parts, "raw_path", url.rawPath().isEmpty() ? url.path() : url.rawPath());
    put(parts, "raw_query", url.rawQuery());
    put(parts, "fragment", url.fragment());
    return parts.build();
  }

  private static void put(ObjectValue.Builder parts, String name, String part) {
    if (!part.isEmpty()) {
      parts.put(name, StringValue.of(ByteText.text(part)));
    }
  }

  /// The empty string is none, though RFC 3986 takes it for a relative reference.
  private static boolean isValid(Value operand) {
    if (!(operand instanceof StringValue string) || string.text().isEmpty()) {
      return false;
    }
    try {
      GoUrl.parse(ByteText.of(string.text()));
      return true;
    } catch (GoUrl.Fault e) {
      return false;
    }
  }
}
