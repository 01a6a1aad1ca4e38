package ms.continuu.attest.policy.report;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.RuleDescription;

/// What there is to say of a rule, safe to print.
final class RuleText {
  private RuleText() {}

  /// Its title, or its id when it has none.
  static String title(RuleDescription rule) {
    String title = PlainText.line(rule.title());
    return title.isBlank() ? PlainText.line(rule.id()) : title;
  }

  /// Its description, or its title when it has none.
  static String description(RuleDescription rule) {
    String description = PlainText.lines(rule.description()).strip();
    return description.isEmpty() ? title(rule) : description;
  }

  /// `CIS-Kubernetes 5.2.1`, one for each control.
  static List<String> controls(RuleDescription rule) {
    List<String> controls = new ArrayList<>();
    rule.controls()
        .forEach((framework, numbers) ->
            numbers.forEach(number -> controls.add(PlainText.line(framework + " " + number))));
    return controls;
  }

  /// How to mend what it finds, and why: paragraphs parted by empty lines.
  static String help(RuleDescription rule) {
    List<String> parts = new ArrayList<>();
    parts.add(description(rule));
    if (!rule.remediation().isBlank()) {
      parts.add("Fix: " + PlainText.lines(rule.remediation()).strip());
    }
    if (!rule.controls().isEmpty()) {
      parts.add("Controls: " + String.join(", ", controls(rule)));
    }
    if (!rule.references().isEmpty()) {
      parts.add("See " + PlainText.line(String.join(", ", rule.references())));
    }
    return String.join("\n\n", parts);
  }

  /// The same as Markdown.
  static String markdown(RuleDescription rule) {
    List<String> parts = new ArrayList<>();
    parts.add("# " + MarkdownText.line(title(rule)));
    parts.add(MarkdownText.lines(description(rule)));
    if (!rule.remediation().isBlank()) {
      parts.add("**Fix:** " + MarkdownText.lines(rule.remediation().strip()));
    }
    if (!rule.controls().isEmpty()) {
      parts.add("**Controls:** " + MarkdownText.line(String.join(", ", controls(rule))));
    }
    for (String reference : rule.references()) {
      parts.add(
          "- "
              + (UriText.isWebAddress(reference)
                  ? "<" + reference + ">"
                  : MarkdownText.line(reference)));
    }
    return String.join("\n\n", parts);
  }

  /// The text with at most so many UTF-16 units, the end marked when something was cut off.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
