package ms.continuu.attest.rego.builtin;

import java.math.BigInteger;
import java.util.regex.Pattern;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `semver.*`: versions by Semantic Versioning 2.0.0, with a `v` in front allowed.
final class SemanticVersions implements BuiltinFamily {
  private static final Pattern IDENTIFIERS = Pattern.compile("[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*");
  private static final Pattern CORE =
      Pattern.compile("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private record Version(long major, long minor, long patch, String preRelease) {}

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("semver.compare", SemanticVersions::compare);
    registry.add(
        "semver.is_valid",
        (context, operands) ->
            BooleanValue.of(
                operands[0] instanceof StringValue string && parse(string.text()) != null));
  }

  private static Value compare(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String left = Operands.text(operands, 1);
    String right = Operands.text(operands, 2);
    return NumberValue.of(compare(version(left, 1), version(right, 2)));
  }

  private static Version version(String text, int position) throws BuiltinFault {
    Version version = parse(text);
    if (version == null) {
      throw BuiltinFault.of(
          "operand " + position + ": string " + StringValue.of(text) + " is not a valid SemVer");
    }
    return version;
  }

  private static @Nullable Version parse(String text) {
    String rest = text.startsWith("v") ? text.substring(1) : text;
    int plus = rest.indexOf('+');
    if (plus >= 0) {
      if (!IDENTIFIERS.matcher(rest.substring(plus + 1)).matches()) {
        return null;
      }
      rest = rest.substring(0, plus);
    }
    int dash = rest.indexOf('-');
    String preRelease = "";
    if (dash >= 0) {
      preRelease = rest.substring(dash + 1);
      if (!isPreRelease(preRelease)) {
        return null;
      }
      rest = rest.substring(0, dash);
    }
    var core = CORE.matcher(rest);
    if (!core.matches()) {
      return null;
    }
    try {
      return new Version(
          Long.parseLong(core.group(1)),
          Long.parseLong(core.group(2)),
          Long.parseLong(core.group(3)),
          preRelease);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isPreRelease(String text) {
    if (!IDENTIFIERS.matcher(text).matches()) {
      return false;
    }
    for (String identifier : text.split("\\.", -1)) {
      if (identifier.length() > 1 && identifier.startsWith("0") && isNumeric(identifier)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumeric(String identifier) {
    return DIGITS.matcher(identifier).matches();
  }

  private static int compare(Version left, Version right) {
    int core = Long.compare(left.major, right.major);
    core = core != 0 ? core : Long.compare(left.minor, right.minor);
    core = core != 0 ? core : Long.compare(left.patch, right.patch);
    if (core != 0 || left.preRelease.equals(right.preRelease)) {
      return core;
    }
    if (left.preRelease.isEmpty() || right.preRelease.isEmpty()) {
      return left.preRelease.isEmpty() ? 1 : -1;
    }
    String[] l = left.preRelease.split("\\.", -1);
    String[] r = right.preRelease.split("\\.", -1);
    for (int i = 0; i < Math.min(l.length, r.length); i++) {
      int order = compareIdentifiers(l[i], r[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(l.length, r.length);
  }

  /// Numbers come before words. Beyond 64 bits all numbers are the same to OPA.
  private static int compareIdentifiers(String left, String right) {
    boolean leftNumeric = isNumeric(left);
    boolean rightNumeric = isNumeric(right);
    if (leftNumeric != rightNumeric) {
      return leftNumeric ? -1 : 1;
    }
    return leftNumeric
        ? Long.compare(saturated(left), saturated(right))
        : Integer.signum(Utf8.compare(left, right));
  }

  private static long saturated(String digits) {
    BigInteger value = new BigInteger(digits);
    return value.bitLength() > 63 ? Long.MAX_VALUE : value.longValue();
  }
}
