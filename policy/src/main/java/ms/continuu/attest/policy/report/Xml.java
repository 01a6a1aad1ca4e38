package ms.continuu.attest.policy.report;

/// Text in XML and HTML.
final class Xml {
  private Xml() {}

  /// Text between tags or in an attribute in double quotes. What XML 1.0 has no place for is
  /// spelled out with everything else that is not seen.
  static String text(String text) {
    String clean = PlainText.lines(text);
    StringBuilder out = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /// An attribute with a blank before it; its value stands on one line.
  static String attribute(String name, String value) {
    return " " + name + "=\"" + text(PlainText.line(value)) + "\"";
  }

  static String attribute(String name, long value) {
    return attribute(name, Long.toString(value));
  }
}
