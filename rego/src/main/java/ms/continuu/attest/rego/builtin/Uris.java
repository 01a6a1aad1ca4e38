package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.NameFault;
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
      url = GoUrl.parse(Operands.text(operands, 1));
    } catch (NameFault e) {
      throw BuiltinFault.of(e.reason());
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
      parts.put(name, StringValue.of(part));
    }
  }

  /// The empty string is none, though RFC 3986 takes it for a relative reference.
  private static boolean isValid(Value operand) {
    if (!(operand instanceof StringValue string) || string.text().isEmpty()) {
      return false;
    }
    try {
      GoUrl.parse(string.text());
      return true;
    } catch (NameFault e) {
      return false;
    }
  }
}
