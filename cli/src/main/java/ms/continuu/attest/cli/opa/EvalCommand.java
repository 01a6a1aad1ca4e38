package ms.continuu.attest.cli.opa;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.DurationFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.NumberFlag;
import ms.continuu.attest.cli.flags.ParsedFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.cli.present.EvaluationOutput;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.operations.opa.Evaluate;
import ms.continuu.attest.operations.opa.EvaluationReport;
import ms.continuu.attest.operations.opa.Explanation;
import ms.continuu.attest.operations.opa.Query;
import ms.continuu.attest.operations.opa.Sources;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `opa eval`.
final class EvalCommand extends OpaCommand {
  private static final int FAILED = 2;

  private final BooleanFlag coverage = flags.bool("coverage");
  private final ListFlag coverageRuns =
      flags.commaSeparated("coverage-runs", "index_excluded", "early_exit");
  private final BooleanFlag disableIndexing = flags.bool("disable-indexing");
  private final BooleanFlag disableEarlyExit = flags.bool("disable-early-exit");
  private final BooleanFlag strictBuiltinErrors = flags.bool("strict-builtin-errors");
  private final BooleanFlag showBuiltinErrors = flags.bool("show-builtin-errors");
  private final BooleanFlag instrument = flags.bool("instrument");
  private final BooleanFlag profile = flags.bool("profile");
  private final ListFlag profileSort = flags.repeated("profile-sort");
  private final NumberFlag profileLimit = flags.smallNumber("profile-limit", 10);
  private final BooleanFlag failDefined = flags.bool("fail-defined");
  private final DurationFlag timeout = flags.duration("timeout");
  private final NumberFlag optimize = flags.number("optimize", 'O', 0);
  private final BooleanFlag varValues = flags.bool("var-values");
  private final ParsedFlag<Capabilities> capabilities = CommonFlags.capabilities(flags);
  private final BooleanFlag partial = flags.bool("partial", 'p');
  private final ListFlag unknowns = flags.repeated("unknowns", 'u', "input");
  private final BooleanFlag fail = flags.bool("fail");
  private final ListFlag data = flags.repeated("data", 'd');
  private final ListFlag bundles = flags.repeated("bundle", 'b');
  private final TextFlag input = flags.text("input", 'i', "");
  private final ListFlag imports = flags.repeated("import");
  private final TextFlag packageName = flags.text("package", "");
  private final BooleanFlag stdin = flags.bool("stdin");
  private final BooleanFlag stdinInput = flags.bool("stdin-input", 'I');
  private final BooleanFlag metrics = flags.bool("metrics");
  private final ChoiceFlag format =
      flags.choice(
          "format",
          'f',
          "json",
          "json",
          "values",
          "bindings",
          "pretty",
          "source",
          "raw",
          "discard");
  private final ListFlag ignore = flags.commaSeparated("ignore");
  private final ChoiceFlag explain =
      flags.choice("explain", "off", "off", "full", "notes", "fails", "debug");
  private final TextFlag schema = flags.text("schema", 's', "");
  private final ChoiceFlag target = flags.choice("target", 't', "rego", "rego", "wasm");
  private final NumberFlag count = flags.number("count", 1);
  private final BooleanFlag strict = flags.bool("strict", 'S');
  private final CommonFlags.Version version = new CommonFlags.Version(flags);

  EvalCommand() {
    super("eval");
    // An optimised program answers as any other does: what only optimisation reads is accepted.
    flags.repeated("entrypoint", 'e');
    flags.repeated("disable-inlining");
    flags.bool("shallow-inlining");
    flags.bool("nondeterminstic-builtins");
    flags.smallNumber("pretty-limit", 80);
    flags.bool("optimize-store-for-read-speed");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (!arguments.isEmpty() && stdin.isOn()) {
      throw new FlagException("specify query argument or --stdin but not both");
    }
    if (arguments.isEmpty() && !stdin.isOn()) {
      throw new FlagException("specify query argument or --stdin");
    }
    if (arguments.size() > 1) {
      throw new FlagException("specify at most one query argument");
    }
    if (stdin.isOn() && stdinInput.isOn()) {
      throw new FlagException("specify --stdin or --stdin-input but not both");
    }
    if (stdinInput.isOn() && !input.value().isEmpty()) {
      throw new FlagException("specify --stdin-input or --input but not both");
    }
    if (fail.isOn() && failDefined.isOn()) {
      throw new FlagException("specify --fail or --fail-defined but not both");
    }
    validateFormat();
    validateUnknowns();
    if (optimize.value() > 0 && !data.values().isEmpty() && bundles.isChanged()) {
      throw new FlagException(
          "specify either --data or --bundle flag with optimization level greater than 0");
    }
    for (String run : coverageRuns.values()) {
      if (!run.equals("index_excluded") && !run.equals("early_exit")) {
        throw new FlagException(
            "invalid --coverage-runs value \""
                + run
                + "\" (expected \"index_excluded\" or \"early_exit\")");
      }
    }
  }

  private void validateFormat() throws FlagException {
    boolean ofPartial = List.of("pretty", "json", "source").contains(format.value());
    if (partial.isOn() && !ofPartial) {
      throw new FlagException("invalid output format for partial evaluation");
    }
    if (!partial.isOn() && format.value().equals("source")) {
      throw new FlagException("invalid output format for evaluation");
    }
  }

  /// As OPA does, up to the first that is a ref.
  private void validateUnknowns() throws FlagException {
    for (String unknown : unknowns.values()) {
      if (unknown.equals("input")) {
        continue;
      }
      Parsed<Term> parsed =
          Parser.term(new SourceFile("", unknown), ParseOptions.of(RegoVersion.V1));
      if (!parsed.diagnostics().isEmpty()) {
        throw new FlagException(
            "failed to parse term: " + Failure.ofDiagnostics(parsed.diagnostics()).text());
      }
      if (!(parsed.tree() instanceof Term.Ref)) {
        throw new FlagException(
            "illegal argument with --unknowns, specify string with one or more --unknowns");
      }
      return;
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure, IOException {
    if (partial.isOn()) {
      throw Failure.of("attest does not offer partial evaluation yet; leave out --partial");
    }
    if (target.value().equals("wasm")) {
      throw Failure.of("engine not found: attest has no WebAssembly runtime; leave out --target");
    }
    Evaluate.Request request = request(arguments, console);
    EvaluationReport report =
        Evaluate.run(
            request,
            CommonFlags.host(console, capabilities.value()),
            (location, text) -> console.printlnError(text));
    EvaluationOutput.print(format.value(), report, varValues.isOn(), console);
    int problems = report.problems().size();
    if (problems > 0 && problems != report.builtinProblems()) {
      return FAILED;
    }
    boolean defined = !report.rows().isEmpty();
    return fail.isOn() && !defined || failDefined.isOn() && defined ? 1 : 0;
  }

  private Evaluate.Request request(List<String> arguments, Console console)
      throws Failure, IOException {
    String text = stdin.isOn() ? Utf8.decode(console.readInput()) : arguments.getFirst();
    Value document = readInput(console);
    Evaluate.Settings settings =
        new Evaluate.Settings(
            strict.isOn(),
            strictBuiltinErrors.isOn(),
            showBuiltinErrors.isOn(),
            !disableIndexing.isOn(),
            !disableEarlyExit.isOn());
    boolean profiled = profile.isOn() || profileLimit.isChanged() || profileSort.isChanged();
    boolean measured = metrics.isOn() || instrument.isOn() || profiled;
    Explanation explanation = Explanation.valueOf(explain.value().toUpperCase(Locale.ROOT));
    Sources sources =
        new Sources(
            data.values(),
            bundles.values(),
            ignore.values(),
            version.language(capabilities.value()),
            schema.value());
    if (settings.strictBuiltinErrors() && settings.showBuiltinErrors()) {
      throw Failure.of(
          "cannot use --show-builtin-errors with --strict-builtin-errors, --strict-builtin-errors"
              + " will return the first built-in error encountered immediately");
    }
    return new Evaluate.Request(
        new Query(text, packageName.value(), imports.values()),
        sources,
        document,
        settings,
        new Evaluate.Observed(
            explanation,
            measured,
            profileLimit.value(),
            profiled ? profileOrder() : List.of(),
            coverage.isOn() || coverageRuns.isChanged() ? coverageRuns.values() : null),
        timeout.value(),
        count.value());
  }

  /// What was asked for first, then the rest of the usual order.
  private List<String> profileOrder() {
    List<String> order = new ArrayList<>(profileSort.values());
    for (String usual : List.of("total_time_ns", "num_eval", "num_redo", "file", "line")) {
      if (!order.contains(usual)) {
        order.add(usual);
      }
    }
    return order;
  }

  private @Nullable Value readInput(Console console) throws Failure, IOException {
    byte[] bytes;
    if (stdinInput.isOn()) {
      bytes = console.readInput();
    } else if (!input.value().isEmpty()) {
      bytes = SourceFiles.read(GoPaths.ofUrl(input.value()));
    } else {
      return null;
    }
    try {
      return Documents.jsonOrYaml(bytes);
    } catch (Failure failure) {
      throw failure.within("unable to parse input: ");
    }
  }

  @Override
  int report(Failure failure, Console console) {
    console.printlnError(failure.text());
    return FAILED;
  }
}
