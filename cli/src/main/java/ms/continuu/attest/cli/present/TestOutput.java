package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import ms.continuu.attest.rego.Evaluation;
import ms.continuu.attest.rego.testing.CaseResult;
import ms.continuu.attest.rego.testing.TestResult;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Utf8;

/// Results of tests as a text for a reader and as JSON.
public final class TestOutput {
  private static final String RULE = "-".repeat(80) + "\n";

  private final boolean verbose;
  private final boolean variables;
  private final StringBuilder out = new StringBuilder();
  private String lastFile = "";
  private boolean told;

  /// @param verbose passed tests and traces are shown
  /// @param variables the expressions that failed are shown, with their variables
  public TestOutput(boolean verbose, boolean variables) {
    this.verbose = verbose;
    this.variables = variables;
  }

  /// The report of results for a reader.
  public String text(List<TestResult> results) {
    results.forEach(this::line);
    if (verbose || variables) {
      failures(results);
    }
    return out.append(summary(results)).toString();
  }

  private void line(TestResult result) {
    if (verbose || !result.passed()) {
      told = true;
      String file = result.location().file();
      if (!lastFile.isEmpty() && !lastFile.equals(file)) {
        out.append('\n');
      }
      out.append(file).append(':').append(result.location().row()).append(":\n");
      lastFile = file;
      out.append(title(result)).append('\n');
      for (CaseResult.Named named : CaseResult.all(result.cases())) {
        if (named.result().failed() || verbose) {
          new IndentedText(out, 2)
              .write("  ".repeat(named.path().size() - 1) + title(named.result()) + "\n");
        }
      }
      if (!result.output().isEmpty()) {
        out.append('\n');
        new IndentedText(out, 2).write(result.output().strip() + "\n");
        out.append('\n');
      }
    }
    Evaluation.Fault error = result.error();
    if (error != null) {
      out.append("  ").append(FailureOutput.text(error)).append('\n');
      if (!error.stack().isEmpty()) {
        out.append("  Traceback:\n");
        error
            .stack()
            .forEach(frame -> out.append("    ").append(FailureOutput.text(frame)).append('\n'));
      }
    }
  }

  /// What ended a test, with its place.
  public static String errorText(TestResult result) {
    Evaluation.Fault error = result.error();
    return error == null ? "" : FailureOutput.text(error);
  }

  /// A result on a line, and its cases below it.
  public static String textWithCases(TestResult result) {
    StringBuilder text = new StringBuilder(title(result)).append('\n');
    for (CaseResult.Named named : CaseResult.all(result.cases())) {
      text.append("  ".repeat(named.path().size() - 1)).append(title(named.result())).append('\n');
    }
    return text.toString();
  }

  private static String title(TestResult result) {
    String name = result.packageName() + "." + result.name() + ": " + result.outcome();
    return result.outcome() == TestResult.Outcome.SKIPPED
        ? name
        : name + " (" + GoDuration.of(result.nanos()) + ")";
  }

  private static String title(CaseResult result) {
    return result.name() + ": " + outcome(result);
  }

  private static String outcome(CaseResult result) {
    return result.failed() ? "FAIL" : "PASS";
  }

  private void failures(List<TestResult> results) {
    List<TestResult> failed = results.stream().filter(TestResult::failed).toList();
    if (failed.isEmpty()) {
      return;
    }
    out.append(RULE).append("FAILURES\n").append(RULE);
    for (TestResult failure : failed) {
      out.append(title(failure)).append('\n');
      failure(failure);
      out.append('\n');
    }
  }

  private void failure(TestResult failure) {
    if (failure.cases().isEmpty()) {
      FailureTrace.write(out, 0, failure.trace(), verbose, variables, variables);
    } else {
      FailureTrace.write(out, 0, failure.trace(), verbose, false, variables);
      out.append('\n');
      CaseResult.all(failure.cases()).forEach(this::failedCase);
    }
  }

  /// Where a test failed: the expression, with the values of its parts.
  ///
  /// @param traced what led there is told too
  public static String failureText(TestResult failure, boolean traced) {
    TestOutput output = new TestOutput(traced, true);
    output.failure(failure);
    String text = output.out.toString().stripTrailing();
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\n') {
      start++;
    }
    return text.substring(start).stripIndent().indent(2);
  }

  /// A failed case that has none below it, with the names that lead to it.
  private void failedCase(CaseResult.Named named) {
    if (!named.result().failed() || !named.result().cases().isEmpty()) {
      return;
    }
    int width = 2;
    for (String name : named.path()) {
      new IndentedText(out, width).write(name + ": " + outcome(named.result()) + "\n");
      width += 2;
    }
    FailureTrace.write(out, width, named.result().trace(), false, variables, variables);
  }

  private String summary(List<TestResult> results) {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    int errors = 0;
    for (TestResult result : results) {
      switch (result.outcome()) {
        case SKIPPED -> skipped++;
        case ERROR -> errors++;
        case PASS, FAIL -> {
          List<CaseResult> leaves = leaves(result.cases());
          int failedLeaves = (int) leaves.stream().filter(CaseResult::failed).count();
          failed += leaves.isEmpty() && result.failed() ? 1 : failedLeaves;
          passed += leaves.isEmpty() && result.passed() ? 1 : leaves.size() - failedLeaves;
        }
      }
    }
    int all = passed + failed + skipped + errors;
    StringBuilder text = new StringBuilder(told ? RULE : "");
    count(text, "PASS", passed, all);
    count(text, "FAIL", failed, all);
    count(text, "SKIPPED", skipped, all);
    count(text, "ERROR", errors, all);
    return text.toString();
  }

  private static List<CaseResult> leaves(SortedMap<String, CaseResult> cases) {
    List<CaseResult> leaves = new ArrayList<>();
    for (CaseResult.Named named : CaseResult.all(cases)) {
      if (named.result().cases().isEmpty()) {
        leaves.add(named.result());
      }
    }
    return leaves;
  }

  private static void count(StringBuilder text, String name, int count, int all) {
    if (count > 0) {
      text.append(name).append(": ").append(count).append('/').append(all).append('\n');
    }
  }

  /// The results as JSON.
  public static String json(List<TestResult> results) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "  ", true).beginArray();
    results.forEach(result -> write(result, json));
    json.endArray();
    return text.append('\n').toString();
  }

  private static void write(TestResult result, JsonWriter json) {
    json.beginObject().name("location");
    FailureOutput.write(result.location(), json);
    json.member("package", result.packageName()).member("name", result.name());
    if (result.failed()) {
      json.name("fail").bool(true);
    }
    Evaluation.Fault error = result.error();
    if (error != null) {
      json.name("error");
      FailureOutput.write(error, json);
    }
    if (result.outcome() == TestResult.Outcome.SKIPPED) {
      json.name("skip").bool(true);
    }
    json.member("duration", result.nanos());
    if (!result.trace().isEmpty()) {
      json.name("trace");
      TraceOutput.write(result.trace(), 2, json);
    }
    if (!result.output().isEmpty()) {
      json.member("output", Base64.getEncoder().encodeToString(Utf8.encode(result.output())));
    }
    writeCases(result.cases(), json);
    json.endObject();
  }

  private static void writeCases(SortedMap<String, CaseResult> cases, JsonWriter json) {
    if (cases.isEmpty()) {
      return;
    }
    json.name("sub_results").beginObject();
    cases.forEach((name, result) -> {
      json.name(name).beginObject();
      if (!result.name().isEmpty()) {
        json.member("name", result.name());
      }
      if (result.failed()) {
        json.name("fail").bool(true);
      }
      writeCases(result.cases(), json);
      json.endObject();
    });
    json.endObject();
  }
}
