package ms.continuu.attest.policy.report;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;

/// JUnit's XML as GitLab and Jenkins read it: a suite for each policy, a case for each rule and
/// resource, one failure for each case. What does not fail the check passes, and says so.
record JunitReport(ReportContext context) implements ReportFormat {
  /// GitLab takes files of 30 MB.
  private static final long MOST_BYTES = 29_000_000;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public String write(CheckResult result) {
    return new Fitting(
            Integer.MAX_VALUE, text -> text.getBytes(StandardCharsets.UTF_8).length, MOST_BYTES)
        .write(result, this::write);
  }

  private String write(CheckResult result, int leftOut) {
    Map<String, List<JudgedCase>> suites = JudgedCase.of(result, context);
    long tests = suites.values().stream().mapToLong(List::size).sum() + result.faults().size();
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    String time = String.format(Locale.ROOT, "%.3f", result.duration().toMillis() / 1000.0);
    out.append("<testsuites")
        .append(Xml.attribute("name", "attest check"))
        .append(Xml.attribute("tests", tests))
        .append(Xml.attribute("failures", count(suites, JudgedCase.Result.FAILED)))
        .append(Xml.attribute("errors", result.faults().size()))
        .append(Xml.attribute("time", time))
        .append(">\n");
    String started = SECONDS.format(result.started());
    if (!result.faults().isEmpty() || leftOut > 0) {
      check(result, leftOut, started, out);
    }
    suites.forEach((policy, cases) -> suite(policy, cases, started, out));
    return out.append("</testsuites>\n").toString();
  }

  private static long count(Map<String, List<JudgedCase>> suites, JudgedCase.Result result) {
    return suites.values().stream().mapToLong(cases -> count(cases, result)).sum();
  }

  private static long count(List<JudgedCase> cases, JudgedCase.Result result) {
    return cases.stream().filter(one -> one.result() == result).count();
  }

  private void suite(String policy, List<JudgedCase> cases, String started, StringBuilder out) {
    out.append("  <testsuite")
        .append(Xml.attribute("name", policy))
        .append(Xml.attribute("tests", cases.size()))
        .append(Xml.attribute("failures", count(cases, JudgedCase.Result.FAILED)))
        .append(Xml.attribute("errors", 0))
        .append(Xml.attribute("skipped", count(cases, JudgedCase.Result.SKIPPED)))
        .append(Xml.attribute("time", "0.000"))
        .append(Xml.attribute("timestamp", started))
        .append(">\n");
    cases.forEach(one -> write(one, out));
    out.append("  </testsuite>\n");
  }

  private void write(JudgedCase one, StringBuilder out) {
    opening(one.policy(), one.name(), one.file(), out);
    if (one.findings().isEmpty()) {
      out.append("/>\n");
      return;
    }
    out.append(">\n");
    Predicate<Finding> told =
        switch (one.result()) {
          case FAILED -> context.fails();
          case PASSED -> finding -> false;
          case SKIPPED -> finding -> true;
        };
    List<Finding> first = one.findings().stream().filter(told).toList();
    switch (one.result()) {
      case FAILED ->
          out.append("      <failure")
              .append(Xml.attribute("message", FindingText.message(first.getFirst())))
              .append(Xml.attribute("type", first.getFirst().severity().word()))
              .append(">")
              .append(lines(first))
              .append("</failure>\n");
      case SKIPPED ->
          out.append("      <skipped")
              .append(Xml.attribute("message", FindingText.aside(first.getFirst()).strip()))
              .append("/>\n");
      case PASSED -> {}
    }
    List<Finding> rest =
        one.result() == JudgedCase.Result.SKIPPED
            ? first
            : one.findings().stream().filter(told.negate()).toList();
    if (!rest.isEmpty()) {
      out.append("      <system-out>").append(lines(rest)).append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  private String lines(List<Finding> findings) {
    StringBuilder lines = new StringBuilder();
    for (Finding finding : findings) {
      lines.append(FindingText.line(finding, context.paths())).append('\n');
      if (!finding.fix().isBlank()) {
        lines.append("  fix: ").append(PlainText.line(finding.fix())).append('\n');
      }
    }
    return Xml.text(lines.toString());
  }

  /// What went wrong with the check itself, and what this report does not hold.
  private void check(CheckResult result, int leftOut, String started, StringBuilder out) {
    int tests = result.faults().size() + (leftOut > 0 ? 1 : 0);
    out.append("  <testsuite")
        .append(Xml.attribute("name", "attest check"))
        .append(Xml.attribute("tests", tests))
        .append(Xml.attribute("failures", 0))
        .append(Xml.attribute("errors", result.faults().size()))
        .append(Xml.attribute("skipped", leftOut > 0 ? 1 : 0))
        .append(Xml.attribute("time", "0.000"))
        .append(Xml.attribute("timestamp", started))
        .append(">\n");
    Set<String> taken = new HashSet<>();
    for (Diagnostic fault : result.faults()) {
      Location place = fault.location();
      String file = place == null ? "" : place.file();
      String wanted = file.isEmpty() ? fault.code() : fault.code() + ": " + file;
      String name = wanted;
      for (int i = 2; !taken.add(name); i++) {
        name = wanted + " (" + i + ")";
      }
      opening("attest check", name, file.isEmpty() ? "" : context.paths().apply(file), out);
      out.append(">\n      <error")
          .append(Xml.attribute("message", fault.message()))
          .append(Xml.attribute("type", fault.code()))
          .append(">")
          .append(Xml.text(FindingText.line(fault, context.paths()) + "\n"))
          .append("</error>\n    </testcase>\n");
    }
    if (leftOut > 0) {
      opening("attest check", "findings left out", "", out);
      out.append("><skipped")
          .append(Xml.attribute("message", leftOut + " findings, the mildest, did not fit"))
          .append("/></testcase>\n");
    }
    out.append("  </testsuite>\n");
  }

  private static void opening(String policy, String name, String file, StringBuilder out) {
    out.append("    <testcase")
        .append(Xml.attribute("classname", policy))
        .append(Xml.attribute("name", name))
        .append(Xml.attribute("time", "0.000"))
        .append(file.isEmpty() ? "" : Xml.attribute("file", file));
  }
}
