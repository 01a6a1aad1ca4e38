package ms.continuu.attest.operations.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Regular expressions whose repetitions repeat, such as `(a+)+`: exponential wherever an engine
/// backtracks.
final class BacktrackingPattern implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "backtracking-pattern",
        Severity.LOW,
        "Repetitions do not repeat",
        "ATTEST and OPA match in linear time. The same pattern in a gateway, an editor or another"
            + " engine of policies takes for ever on a text that is made for it.",
        "write the pattern without a repetition of a repetition, such as `a+` for `(a+)+`");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    for (ScannedModule module : policies.modules()) {
      for (Rule rule : module.rules()) {
        Meanings meanings = Meanings.of(rule, module);
        for (Nodes.Call call : Nodes.calls(rule)) {
          int at = PatternFromInput.operand(call);
          Value pattern = at < 0 ? null : Meanings.value(meanings.resolve(call.operands().get(at)));
          if (pattern instanceof StringValue text && repeatsRepetition(text.text())) {
            report.add(module, call.location(), "a repetition of the pattern repeats");
          }
        }
      }
    }
  }

  /// A group that is read, in its present alternative.
  private static final class Group {
    boolean repeats;
    boolean hasFixed;
    boolean isBad;

    void close() {
      isBad |= repeats && !hasFixed;
      repeats = false;
      hasFixed = false;
    }
  }

  /// Whether a group without a part that stands once repeats, and something in it repeats.
  static boolean repeatsRepetition(String pattern) {
    Deque<Group> open = new ArrayDeque<>();
    open.push(new Group());
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      Group closed = null;
      switch (c) {
        case '(' -> {
          open.push(new Group());
          i = afterOpening(pattern, i + 1);
          continue;
        }
        case '|' -> {
          open.element().close();
          i++;
          continue;
        }
        case '^', '$' -> {
          i++;
          continue;
        }
        case ')' -> {
          if (open.size() == 1) {
            return false;
          }
          closed = open.pop();
          closed.close();
          i++;
        }
        case '[' -> i = afterClass(pattern, i);
        case '\\' -> i += 2;
        default -> i++;
      }
      boolean unbounded = isUnbounded(pattern, i);
      if (closed != null && closed.isBad && unbounded) {
        return true;
      }
      boolean optional = i < pattern.length() && "?*".indexOf(pattern.charAt(i)) >= 0;
      open.element().repeats |= unbounded || closed != null && closed.isBad;
      open.element().hasFixed |= !unbounded && !optional && (closed == null || !closed.isBad);
      i = afterQuantifier(pattern, i);
    }
    return false;
  }

  private static int afterOpening(String pattern, int at) {
    if (at >= pattern.length() || pattern.charAt(at) != '?') {
      return at;
    }
    int end = at;
    while (end < pattern.length() && ":>)".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    return end < pattern.length() && pattern.charAt(end) == ')' ? end : end + 1;
  }

  private static int afterClass(String pattern, int at) {
    int i = at + 1;
    if (i < pattern.length() && pattern.charAt(i) == '^') {
      i++;
    }
    if (i < pattern.length() && pattern.charAt(i) == ']') {
      i++;
    }
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private static boolean isUnbounded(String pattern, int at) {
    if (at >= pattern.length()) {
      return false;
    }
    char c = pattern.charAt(at);
    int end = c == '{' ? pattern.indexOf('}', at) : -1;
    return c == '*' || c == '+' || end > 0 && pattern.charAt(end - 1) == ',';
  }

  private static int afterQuantifier(String pattern, int at) {
    int i = at;
    if (i < pattern.length() && "*+?".indexOf(pattern.charAt(i)) >= 0) {
      i++;
    } else if (i < pattern.length() && pattern.charAt(i) == '{' && pattern.indexOf('}', i) > 0) {
      i = pattern.indexOf('}', i) + 1;
    }
    return i < pattern.length() && i > at && pattern.charAt(i) == '?' ? i + 1 : i;
  }
}
