package ms.continuu.attest.rego.builtin;

import java.util.regex.Pattern;
import ms.continuu.attest.rego.gotime.TimeParse;
import ms.continuu.attest.rego.net.GoUrl;
import ms.continuu.attest.rego.net.IpAddress;
import ms.continuu.attest.rego.net.NameFault;

/// The values of the keyword `format`, as OPA's library checks them. An unknown format fits all.
final class SchemaFormats {
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~[01])*+)*+");
  private static final Pattern RELATIVE_POINTER =
      Pattern.compile("(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~[01])*+)*+)");
  private static final String TIME = "15:04:05";
  private static final String ZONED_TIME = "15:04:05Z07:00";
  private static final String DATE = "2006-01-02";
  private static final String DATE_TIME = "2006-01-02T15:04:05Z07:00";

  private SchemaFormats() {}

  static boolean fits(String format, String text) {
    String bytes = ByteText.of(text);
    return switch (format) {
      case "date" -> TimeParse.accepts(DATE, bytes);
      case "time" -> isTime(bytes);
      case "date-time" ->
          isTime(bytes) || TimeParse.accepts(DATE, bytes) || TimeParse.accepts(DATE_TIME, bytes);
      case "hostname" -> HOST_NAME.matcher(text).matches() && text.length() < 256;
      case "email", "idn-email" -> MailAddress.isValid(text);
      case "ipv4" -> text.indexOf('.') >= 0 && IpAddress.plain(bytes) != null;
      case "ipv6" -> text.indexOf(':') >= 0 && IpAddress.plain(bytes) != null;
      case "uri", "iri" -> isUri(text);
      case "uri-reference", "iri-reference" -> isUriReference(text);
      case "uri-template" -> isUriTemplate(text);
      case "uuid" -> UUID.matcher(text).matches();
      case "regex" -> text.isEmpty() || isRegularExpression(text);
      case "json-pointer" -> POINTER.matcher(text).matches();
      case "relative-json-pointer" -> RELATIVE_POINTER.matcher(text).matches();
      default -> true;
    };
  }

  static boolean isRegularExpression(String text) {
    try {
      GoRegexp.compile(text);
      return true;
    } catch (BuiltinFault e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    return TimeParse.accepts(TIME, text) || TimeParse.accepts(ZONED_TIME, text);
  }

  private static boolean isUri(String text) {
    try {
      return !GoUrl.parse(text).scheme().isEmpty() && text.indexOf('\\') < 0;
    } catch (NameFault e) {
      return false;
    }
  }

  private static boolean isUriReference(String text) {
    try {
      GoUrl.parse(text);
      return text.indexOf('\\') < 0;
    } catch (NameFault e) {
      return false;
    }
  }

  /// Every brace that opens in the path is closed.
  private static boolean isUriTemplate(String text) {
    try {
      String path = GoUrl.parse(text).path();
      return text.indexOf('\\') < 0 && path.lastIndexOf('{') <= path.lastIndexOf('}');
    } catch (NameFault e) {
      return false;
    }
  }
}
