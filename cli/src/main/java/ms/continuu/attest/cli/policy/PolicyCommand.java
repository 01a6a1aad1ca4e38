package ms.continuu.attest.cli.policy;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Predicate;
import ms.continuu.attest.cli.check.DiagnosticText;
import ms.continuu.attest.cli.check.RepositoryPaths;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.cli.present.ReportFile;
import ms.continuu.attest.operations.Suggestions;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.policy.Finding;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.report.CheckResult;
import ms.continuu.attest.policy.report.ReportContext;
import ms.continuu.attest.policy.report.Reports;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// A command about policies: what all of them do alike.
abstract class PolicyCommand {
  static final int PASSED = 0;
  static final int FAILED = 1;
  static final int UNDECIDED = 2;
  static final int USAGE = 3;

  final Console console;

  /// The folder of ATTEST's own policies.
  final Path library;

  final FlagSet flags = new FlagSet();
  private final BooleanFlag help = flags.bool("help", 'h');

  /// @param home the folder that ATTEST is installed in
  PolicyCommand(Console console, Path home) {
    this.console = console;
    this.library = home.resolve("policies");
  }

  /// The word that names it.
  abstract String name();

  /// What it does, with examples.
  abstract String help();

  /// Runs it after its flags were read.
  abstract int run(List<String> arguments);

  /// Runs it and returns its exit code.
  final int start(List<String> arguments) {
    List<String> others;
    try {
      others = flags.parse(arguments);
    } catch (FlagException e) {
      return misused(e.text());
    }
    if (help.isOn()) {
      console.print(help());
      return PASSED;
    }
    return run(others);
  }

  final int misused(String message) {
    console.printlnError("attest policy " + name() + ": " + message);
    console.printlnError("run `attest policy " + name() + " --help` for usage");
    return USAGE;
  }

  /// What could not be read or compiled keeps a command from an answer.
  final int undecided(List<Diagnostic> faults) {
    faults.forEach(fault -> console.printError(DiagnosticText.of(fault)));
    return UNDECIDED;
  }

  /// A result in one of the formats of a check.
  final String report(CheckResult result, String format, Predicate<Finding> fails) {
    String version = PolicyCommand.class.getPackage().getImplementationVersion();
    ReportContext context =
        new ReportContext(
            version == null ? "" : version,
            false,
            fails,
            RepositoryPaths.of(Path.of(""), console.environment()));
    return Reports.named(format, context).orElseThrow().write(result);
  }

  /// Prints a report, or writes it to a file whole.
  ///
  /// @return false after telling that the file cannot be written
  final boolean emit(String report, String file) {
    if (file.isEmpty()) {
      console.print(report);
      return true;
    }
    try {
      ReportFile.write(Path.of(file), report);
      return true;
    } catch (IOException e) {
      return unwritten(file, ReportFile.reason(e));
    } catch (InvalidPathException e) {
      return unwritten(file, "no file can have this name");
    }
  }

  private boolean unwritten(String file, String reason) {
    console.printlnError(
        "attest policy " + name() + ": " + file + ": cannot be written: " + reason);
    return false;
  }

  /// These paths, or ATTEST's own policies when there are none.
  final List<String> orLibrary(List<String> paths) {
    return paths.isEmpty() ? List.of(library.toString()) : paths;
  }

  /// The policies that names mean, all when there are no names.
  ///
  /// @return null after telling of a name that nobody has
  final @Nullable List<PolicyDescription> named(List<String> names, PolicyCatalog catalog) {
    SequencedSet<PolicyDescription> found = new LinkedHashSet<>();
    for (String name : names) {
      List<PolicyDescription> meant = catalog.meantBy(name);
      if (meant.isEmpty()) {
        console.printlnError(unknown(name, catalog));
        return null;
      }
      found.addAll(meant);
    }
    return names.isEmpty() ? catalog.policies() : List.copyOf(found);
  }

  private String unknown(String name, PolicyCatalog catalog) {
    List<String> near =
        Suggestions.nearest(name.replace('.', '-').replace('_', '-'), catalog.names());
    String meant =
        near.isEmpty()
            ? "`attest policy list` shows all"
            : "did you mean "
                + String.join(" or ", near.stream().map(each -> "`" + each + "`").toList())
                + "?";
    return "attest policy " + name() + ": no policy is named `" + name + "` (" + meant + ")";
  }
}
