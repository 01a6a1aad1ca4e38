package ms.continuu.attest.policy.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.value.Diagnostic;

/// One page that stands alone: it asks for nothing from anywhere, and its content policy lets
/// nothing but its own style and script work.
record HtmlReport(ReportContext context) implements ReportFormat {
  /// A browser stays quick with this many.
  private static final int MOST_FINDINGS = 10_000;

  /// What a policy quotes stands between backticks.
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String write(CheckResult result) {
    return new Fitting(MOST_FINDINGS, String::length, Long.MAX_VALUE)
        .write(result, (kept, leftOut) -> write(result, kept, leftOut));
  }

  private String write(CheckResult result, CheckResult kept, int leftOut) {
    String style = resource("report.css");
    String script = resource("report.js");
    Map<String, String> anchors = anchors(kept);
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " '")
        .append(hash(style))
        .append("'; script-src '")
        .append(hash(script))
        .append("'; base-uri 'none'; form-action 'none'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>attest check: ")
        .append(Xml.text(Summary.of(result).found()))
        .append("</title>\n<style>")
        .append(style)
        .append("</style>\n</head>\n<body>\n");
    header(result, out);
    out.append("<main id=\"findings\">\n");
    faults(result.faults(), out);
    Map<String, List<Finding>> byFile = byFile(kept);
    if (!kept.findings().isEmpty()) {
      filter(byFile, out);
    }
    if (leftOut > 0) {
      out.append("<p><strong>").append(leftOut);
      out.append(" findings are left out, the mildest ones.</strong></p>\n");
    }
    byFile.forEach((file, findings) -> file(file, findings, anchors, out));
    rules(kept, anchors, out);
    out.append("<footer>").append(Xml.text(footer(result))).append("</footer>\n");
    out.append("</main>\n<script>").append(script).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private static void header(CheckResult result, StringBuilder out) {
    Summary summary = Summary.of(result);
    out.append("<header>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n");
    out.append("<h1 class=\"").append(summary.isGood() ? "good" : "bad");
    out.append("\"><small>attest check</small>");
    out.append(Xml.text(sentence(summary.found())));
    out.append("</h1>\n<p class=\"judged\">").append(Xml.text(sentence(summary.judged())));
    out.append("</p>\n</header>\n");
  }

  private String footer(CheckResult result) {
    String version = context.version().isEmpty() ? "" : " " + context.version();
    return "Written by attest" + version + ", started at " + result.started() + ".";
  }

  private void faults(List<Diagnostic> faults, StringBuilder out) {
    if (faults.isEmpty()) {
      return;
    }
    out.append("<section class=\"faults\"><h2>The check could not decide</h2><ul>\n");
    for (Diagnostic fault : faults) {
      out.append("<li>").append(quoting(FindingText.line(fault, context.paths())));
      if (!fault.help().isEmpty()) {
        out.append("<br>").append(quoting(PlainText.line(fault.help())));
      }
      out.append("</li>\n");
    }
    out.append("</ul></section>\n");
  }

  private void filter(Map<String, List<Finding>> byFile, StringBuilder out) {
    out.append("<form id=\"filter\" hidden role=\"search\" aria-label=\"Filter the findings\">\n");
    out.append("<label>Severity <select name=\"severity\"><option value=\"\">all</option>");
    for (Severity severity : Severity.values()) {
      out.append("<option value=\"").append(severity.word()).append("\">");
      out.append(severity == Severity.CRITICAL ? severity.word() : severity.word() + " or worse");
      out.append("</option>");
    }
    out.append("</select></label>\n<label>Standing <select name=\"state\">");
    out.append("<option value=\"\">all</option><option value=\"violation\">violations</option>");
    out.append("<option value=\"warning\">warnings</option>");
    out.append("<option value=\"dryrun\">dry run</option>");
    out.append("<option value=\"baseline\">known</option>");
    out.append("<option value=\"exempted\">exempted</option></select></label>\n");
    out.append("<label>File <select name=\"file\"><option value=\"\">all</option>");
    for (String file : byFile.keySet()) {
      // A browser would take the text for the value, but with its blanks made one.
      out.append("<option").append(Xml.attribute("value", file)).append('>');
      out.append(Xml.text(file)).append("</option>");
    }
    out.append("</select></label>\n");
    out.append("<label class=\"wide\">Text <input name=\"text\" type=\"search\"></label>\n");
    out.append("<p class=\"shown\" id=\"shown\" role=\"status\"></p>\n</form>\n");
  }

  private void file(
      String file, List<Finding> findings, Map<String, String> anchors, StringBuilder out) {
    out.append("<section class=\"file\"><h2><span class=\"place\">")
        .append(Xml.text(PlainText.line(file)))
        .append("</span> <span class=\"number\">(")
        .append(findings.size())
        .append(")</span></h2>\n<ul class=\"findings\">\n");
    findings.forEach(finding -> write(finding, file, anchors, out));
    out.append("</ul></section>\n");
  }

  private void write(Finding finding, String file, Map<String, String> anchors, StringBuilder out) {
    String severity = finding.severity().word();
    boolean fails = finding.standing().isOpen() && finding.level() == Level.VIOLATION;
    out.append("<li class=\"").append(severity).append(fails ? "" : " aside").append('"');
    out.append(" data-severity=\"").append(severity).append('"');
    out.append(Xml.attribute("data-state", state(finding)));
    out.append(Xml.attribute("data-file", file))
        .append(">\n<div class=\"head\"><span class=\"word\">");
    out.append(severity).append("</span><span class=\"message\">");
    String message = PlainText.lines(finding.message()).strip();
    out.append(quoting(message.isEmpty() ? FindingText.message(finding) : message));
    String aside = FindingText.aside(finding);
    if (!aside.isEmpty()) {
      out.append("<span class=\"state\">").append(Xml.text(aside)).append("</span>");
    }
    out.append("</span></div>\n<dl>");
    String anchor = anchors.getOrDefault(finding.rule().id(), "");
    String place = FindingText.place(finding, context.paths());
    item("at", "<span class=\"place\">" + Xml.text(place) + "</span>", out);
    String resource = PlainText.line(finding.resource().label());
    if (!resource.isEmpty()) {
      item("in", "<span class=\"place\">" + Xml.text(resource) + "</span>", out);
    }
    item(
        "rule",
        "<a href=\"#" + anchor + "\">" + Xml.text(PlainText.line(finding.rule().id())) + "</a>",
        out);
    if (!finding.fix().isBlank()) {
      item("fix", quoting(PlainText.line(finding.fix())), out);
    }
    out.append("</dl></li>\n");
  }

  private static void item(String name, String html, StringBuilder out) {
    out.append("<dt>").append(name).append("</dt><dd>").append(html).append("</dd>");
  }

  private static String state(Finding finding) {
    return finding.standing().isOpen()
        ? finding.level().word()
        : finding.standing().kind().name().toLowerCase(Locale.ROOT);
  }

  private static void rules(CheckResult result, Map<String, String> anchors, StringBuilder out) {
    if (anchors.isEmpty()) {
      return;
    }
    out.append("<section><h2>The rules</h2>\n");
    Map<String, RuleDescription> rules = new TreeMap<>();
    result.findings().forEach(finding -> rules.put(finding.rule().id(), finding.rule()));
    rules.forEach((id, rule) -> {
      out.append("<div class=\"rule\" id=\"")
          .append(anchors.getOrDefault(id, ""))
          .append("\"><h3>");
      out.append(quoting(RuleText.title(rule))).append("</h3>\n<p><code>");
      out.append(Xml.text(PlainText.line(id))).append("</code></p>\n");
      if (!rule.description().isBlank()) {
        out.append("<p>").append(quoting(RuleText.description(rule))).append("</p>\n");
      }
      if (!rule.remediation().isBlank()) {
        out.append("<p>Fix: ").append(quoting(PlainText.lines(rule.remediation()).strip()));
        out.append("</p>\n");
      }
      if (!rule.controls().isEmpty()) {
        out.append("<p>Controls: ");
        out.append(Xml.text(String.join(", ", RuleText.controls(rule)))).append("</p>\n");
      }
      for (String reference : rule.references()) {
        String text = Xml.text(PlainText.line(reference));
        out.append("<p>");
        out.append(
            UriText.isWebAddress(reference)
                ? "<a rel=\"noreferrer noopener\" href=\"" + text + "\">" + text + "</a>"
                : text);
        out.append("</p>\n");
      }
      out.append("</div>\n");
    });
    out.append("</section>\n");
  }

  private Map<String, List<Finding>> byFile(CheckResult result) {
    UnaryOperator<String> paths = context.paths();
    Map<String, List<Finding>> byFile = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      byFile
          .computeIfAbsent(
              PlainText.line(paths.apply(finding.location().file())), file -> new ArrayList<>())
          .add(finding);
    }
    byFile.values().forEach(findings -> findings.sort(CheckResult.WORST_FIRST));
    return byFile;
  }

  private static Map<String, String> anchors(CheckResult result) {
    Map<String, String> anchors = new LinkedHashMap<>();
    result.findings().stream()
        .map(finding -> finding.rule().id())
        .sorted()
        .distinct()
        .forEach(id -> anchors.put(id, "rule-" + (anchors.size() + 1)));
    return anchors;
  }

  /// Text with what stands between backticks as code, and its lines broken by tags: none begins a
  /// line of the page, which may be printed to the log of a CI system.
  private static String quoting(String text) {
    Matcher quoted = QUOTED.matcher(Xml.text(text));
    return quoted.replaceAll("<code>$1</code>").replace("\n", "<br>");
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.substring(0, 1).toUpperCase(Locale.ROOT) + stripped.substring(1);
  }

  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the distribution lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
