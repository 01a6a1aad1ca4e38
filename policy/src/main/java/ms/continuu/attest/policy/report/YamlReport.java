package ms.continuu.attest.policy.report;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The JSON report as YAML: the same members in the same order. Strings stand in double quotes, so
/// that none is taken for something else, and each on one line.
public final class YamlReport implements ReportFormat {
  private static final Pattern MEMBER = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\"): (.*)");
  private static final Pattern PLAIN_KEY = Pattern.compile("\"([a-z][a-z_]*)\"");

  /// Words that YAML 1.1 takes for truth values.
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  @Override
  public String name() {
    return "yaml";
  }

  @Override
  public String write(CheckResult result) {
    return PlainText.yaml(layOut(JsonReport.text(result)));
  }

  /// Lays JSON of one token a line out as YAML: brackets go, items get their dash.
  static String layOut(String json) {
    StringBuilder out = new StringBuilder(json.length());
    StringBuilder open = new StringBuilder();
    boolean dash = false;
    for (String line : json.lines().toList()) {
      String token = line.strip();
      if (token.endsWith(",")) {
        token = token.substring(0, token.length() - 1);
      }
      boolean inArray = !open.isEmpty() && open.charAt(open.length() - 1) == '[';
      Matcher member = MEMBER.matcher(token);
      String key = "";
      if (member.matches() && !inArray) {
        key = key(member.group(1)) + ":";
        token = member.group(2);
      }
      if (token.equals("}") || token.equals("]")) {
        open.setLength(open.length() - 1);
        continue;
      }
      boolean opens = token.equals("{") || token.equals("[");
      if (!open.isEmpty()) {
        boolean first = dash;
        dash = false;
        if (!first) {
          out.append("  ".repeat(open.length() - 1));
        }
        if (inArray) {
          out.append("- ");
          dash = opens;
        }
        out.append(key);
        if (!opens) {
          out.append(key.isEmpty() ? "" : " ").append(token);
        }
        if (!dash) {
          out.append('\n');
        }
      }
      if (opens) {
        open.append(token);
      }
    }
    return out.toString();
  }

  private static String key(String quoted) {
    Matcher plain = PLAIN_KEY.matcher(quoted);
    return plain.matches() && !WORDS.contains(plain.group(1)) ? plain.group(1) : quoted;
  }
}
