package ms.continuu.attest.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.cli.present.ReportFile;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.policy.report.MarkdownReport;
import ms.continuu.attest.policy.report.ReportContext;
import ms.continuu.attest.policy.report.ReportFormat;
import ms.continuu.attest.policy.report.Reports;
import ms.continuu.attest.value.Utf8;

/// Where the report of a check goes, and in which formats: `--format`, `--output`, `--out`, and
/// what CI systems expect unasked.
final class Sinks {
  /// The lines of the help about these flags.
  static final String HELP =
      """
        -f, --format FORMAT   of the report (default table): %s
        -o, --output FILE     write the report to a file
            --out FORMAT=FILE write one more report; repeatable; `-` is the standard output
      """
          .formatted(wrapped(Reports.names()));

  private static final String STANDARD_OUTPUT = "-";

  /// What GitLab's example job collects.
  private static final String GITLAB_RESULTS = "policy-results.xml";

  /// GitHub drops a summary above 1024 KiB.
  private static final long LARGEST_SUMMARY = 900 * 1024;

  private final ChoiceFlag format;
  private final TextFlag output;
  private final ListFlag more;
  private final BooleanFlag noColour;

  private record Sink(String format, String file) {}

  Sinks(FlagSet flags) {
    format = flags.choice("format", 'f', "table", Reports.names().toArray(String[]::new));
    output = flags.text("output", 'o', "");
    more = flags.repeated("out");
    noColour = flags.bool("no-color");
  }

  /// @throws FlagException when a flag makes no sense
  void check() throws FlagException {
    Set<String> files = new HashSet<>();
    for (Sink sink : named()) {
      if (!Reports.names().contains(sink.format)) {
        String known = String.join(", ", Reports.names());
        throw new FlagException(
            "--out: `"
                + sink.format
                + "` is no format (write --out FORMAT=FILE; one of "
                + known
                + ")");
      }
      if (sink.file.isEmpty()) {
        throw new FlagException(
            "--out: name a file for " + sink.format + " (write --out " + sink.format + "=FILE)");
      }
      if (!files.add(sink.file)) {
        throw new FlagException("two reports would go to `" + sink.file + "` (name another file)");
      }
    }
  }

  /// The sinks that the command line names.
  private List<Sink> named() {
    List<Sink> sinks = new ArrayList<>();
    if (!output.value().isEmpty()) {
      sinks.add(new Sink(format.value(), output.value()));
    }
    for (String one : more.values()) {
      int equals = one.indexOf('=');
      sinks.add(
          equals < 0
              ? new Sink(one, "")
              : new Sink(one.substring(0, equals), one.substring(equals + 1)));
    }
    return sinks;
  }

  /// Writes all reports.
  ///
  /// @param quiet whether nothing is printed when nothing was found; files are written all the same
  /// @return whether everything that was asked for could be written
  boolean write(CheckResult result, Predicate<Finding> fails, boolean quiet, Console console) {
    Map<String, String> environment = console.environment();
    RepositoryPaths paths = RepositoryPaths.of(Path.of(""), environment);
    String version = Sinks.class.getPackage().getImplementationVersion();
    ReportContext context = new ReportContext(version == null ? "" : version, false, fails, paths);
    List<Sink> sinks = named();
    boolean printed = sinks.stream().anyMatch(sink -> sink.file.equals(STANDARD_OUTPUT));
    boolean unasked = sinks.isEmpty() && !format.isChanged();
    if (!printed && output.value().isEmpty()) {
      sinks.add(new Sink(format.value(), STANDARD_OUTPUT));
    }
    boolean written = true;
    for (Sink sink : sinks) {
      if (!sink.file.equals(STANDARD_OUTPUT)) {
        written &= write(sink, report(sink, context).write(result), console);
      } else if (!quiet || !result.findings().isEmpty()) {
        console.print(report(sink, coloured(context, console)).write(result));
      }
    }
    if (unasked && "true".equals(environment.get("GITLAB_CI"))) {
      Sink results = new Sink("junit", GITLAB_RESULTS);
      write(results, report(results, context).write(result), console);
    }
    if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
      summarise(result, environment.getOrDefault("GITHUB_STEP_SUMMARY", ""), console);
    }
    return written;
  }

  private static ReportFormat report(Sink sink, ReportContext context) {
    return Reports.named(sink.format, context).orElseThrow();
  }

  private ReportContext coloured(ReportContext context, Console console) {
    boolean unwanted =
        noColour.isOn() || !console.environment().getOrDefault("NO_COLOR", "").isEmpty();
    return new ReportContext(
        context.version(), !unwanted && console.isTerminal(), context.fails(), context.paths());
  }

  private static boolean write(Sink sink, String text, Console console) {
    try {
      ReportFile.write(Path.of(sink.file), text);
      return true;
    } catch (IOException e) {
      tell(sink.file, ReportFile.reason(e), console);
    } catch (InvalidPathException e) {
      tell(sink.file, "no file can have this name", console);
    }
    return false;
  }

  /// Adds to the summary of GitHub's step, which may have something in it already.
  private static void summarise(CheckResult result, String file, Console console) {
    if (file.isEmpty()) {
      return;
    }
    try {
      Path summary = Path.of(file);
      long before = Files.exists(summary) ? Files.size(summary) : 0;
      long room = LARGEST_SUMMARY - before;
      if (room > 0) {
        Files.write(
            summary,
            Utf8.encode(new MarkdownReport(room).write(result)),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      tell(file, ReportFile.reason(e), console);
    } catch (InvalidPathException e) {
      tell(file, "no file can have this name", console);
    }
  }

  private static void tell(String file, String reason, Console console) {
    console.printlnError("attest check: " + file + ": cannot be written: " + reason);
  }

  /// The names on lines that fit below one another in the help.
  private static String wrapped(List<String> names) {
    int half = names.size() / 2;
    return String.join(", ", names.subList(0, half))
        + ",\n                        "
        + String.join(", ", names.subList(half, names.size()));
  }
}
