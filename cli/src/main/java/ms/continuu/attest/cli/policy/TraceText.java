package ms.continuu.attest.cli.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.operations.trace.Attempt;
import ms.continuu.attest.operations.trace.TracePolicy;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// A trace for people: a tree of rules and expressions.
final class TraceText {
  private static final int OUTERMOST = 2;
  private static final int MOST_VALUES = 3;
  private static final int WIDEST_VALUE = 72;
  private static final int WIDEST_VALUE_OF_ALL = 240;
  private static final String INDENT = "  ";

  private final boolean verbose;
  private final StringBuilder out = new StringBuilder();

  /// @param verbose whether every expression is shown, not only what failed
  TraceText(boolean verbose) {
    this.verbose = verbose;
  }

  String of(TracePolicy.Result result) {
    String before = "";
    for (TracePolicy.Traced each : result.traced()) {
      Location place = each.subject().locate(List.of());
      String label = each.subject().resource(List.of()).label();
      String subject =
          (label.isEmpty() ? "document" : label) + " in " + place.file() + ":" + place.row();
      if (!subject.equals(before)) {
        out.append(before.isEmpty() ? "" : "\n").append(subject).append('\n');
        before = subject;
      }
      rule(each);
    }
    return out.toString();
  }

  private void rule(TracePolicy.Traced traced) {
    int count = traced.findings().size();
    out.append('\n')
        .append(INDENT)
        .append(traced.rule().id())
        .append(
            count == 0
                ? ": nothing found"
                : count == 1 ? ": 1 finding" : ": " + count + " findings")
        .append(" (")
        .append(traced.rule().convention())
        .append(")\n");
    for (Finding finding : traced.findings()) {
      line(2, finding.severity().word() + ": " + finding.message(), finding.location());
    }
    if (traced.error() != null) {
      line(2, "error: " + traced.error().message(), traced.error().location());
    }
    for (Attempt attempt : traced.attempts()) {
      attempt(attempt, OUTERMOST, false);
    }
  }

  /// @param isDenied whether it stands below a `not`, where it is interesting that it holds
  private void attempt(Attempt attempt, int depth, boolean isDenied) {
    int inner = depth;
    if (!attempt.name().isEmpty()) {
      line(depth, "rule " + lastName(attempt.name()) + outcome(attempt, depth), attempt.location());
      inner++;
    }
    if (verbose || isDenied && attempt.holds()) {
      attempt.steps().forEach(step -> step(step, innerDepth(attempt, depth)));
    } else if (!attempt.holds()) {
      failures(attempt, inner);
    }
  }

  private String outcome(Attempt attempt, int depth) {
    if (depth == OUTERMOST) {
      return attempt.holds() ? " fired" : " did not fire";
    }
    Value value = attempt.value();
    return !attempt.holds()
        ? " does not hold"
        : value == null || value == BooleanValue.TRUE ? " holds" : " = " + cut(value.toString());
  }

  private static int innerDepth(Attempt attempt, int depth) {
    return attempt.name().isEmpty() ? depth : depth + 1;
  }

  /// Each expression that failed, once, with the values that it failed for.
  private void failures(Attempt attempt, int depth) {
    Map<String, List<Attempt.Step>> byPlace = new LinkedHashMap<>();
    for (Attempt.Step step : attempt.failures()) {
      byPlace
          .computeIfAbsent(step.location().start() + step.text(), place -> new ArrayList<>())
          .add(step);
    }
    byPlace
        .values()
        .forEach(steps -> {
          List<Attempt.Step> shown = steps.subList(0, Math.min(MOST_VALUES, steps.size()));
          line(depth, "failed: " + steps.getFirst().text(), steps.getFirst().location());
          for (Attempt.Step step : shown) {
            values(step.values(), depth + 2);
            within(step, depth + 2);
          }
          if (steps.size() > shown.size()) {
            line(depth + 2, "and " + (steps.size() - shown.size()) + " more (--verbose)", null);
          }
        });
  }

  private void step(Attempt.Step step, int depth) {
    line(depth, (step.holds() ? "true:   " : "failed: ") + step.text(), step.location());
    values(step.values(), depth + 2);
    within(step, depth + 2);
  }

  private void within(Attempt.Step step, int depth) {
    for (Attempt each : step.within()) {
      // The body of a `not` says what the expression said.
      boolean same =
          each.name().isEmpty()
              && each.steps().stream().allMatch(inner -> inner.text().equals(step.text()));
      if (same) {
        each.steps()
            .forEach(inner ->
                inner.within().forEach(attempt -> attempt(attempt, depth, step.negated())));
      } else {
        attempt(each, depth, step.negated());
      }
    }
  }

  private void values(List<Attempt.Known> values, int depth) {
    for (Attempt.Known known : values) {
      Value value = known.value();
      line(
          depth,
          value == null
              ? known.text() + " is undefined"
              : known.text() + " = " + cut(value.toString()),
          known.place());
    }
  }

  private String cut(String text) {
    int widest = verbose ? WIDEST_VALUE_OF_ALL : WIDEST_VALUE;
    return text.codePointCount(0, text.length()) <= widest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, widest - 1)) + "…";
  }

  private static String lastName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /// A line, and where what it tells of stands.
  private void line(int depth, String text, @Nullable Location place) {
    out.append(INDENT.repeat(depth)).append(text);
    if (place != null && place.row() > 0) {
      out.append("  (")
          .append(place.file())
          .append(':')
          .append(place.row())
          .append(':')
          .append(place.column())
          .append(')');
    }
    out.append('\n');
  }
}
