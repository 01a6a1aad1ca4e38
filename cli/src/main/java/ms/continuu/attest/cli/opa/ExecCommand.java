package ms.continuu.attest.cli.opa;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.DurationFlag;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.cli.present.ExecuteOutput;
import ms.continuu.attest.cli.present.LogLine;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.operations.opa.Configuration;
import ms.continuu.attest.operations.opa.Execute;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `opa exec`.
final class ExecCommand extends OpaCommand {
  private final ListFlag bundles = flags.repeated("bundle", 'b');
  private final TextFlag configFile = flags.text("config-file", 'c', "");
  private final ListFlag overrides = flags.repeated("set");
  private final ListFlag overrideFiles = flags.repeated("set-file");
  private final TextFlag decision = flags.text("decision", "");
  private final BooleanFlag failDefined = flags.bool("fail-defined");
  private final BooleanFlag fail = flags.bool("fail");
  private final BooleanFlag failNonEmpty = flags.bool("fail-non-empty");
  private final ChoiceFlag logFormat =
      flags.choice("log-format", "json", "text", "json", "json-pretty");
  private final BooleanFlag stdinInput = flags.bool("stdin-input", 'I');
  private final DurationFlag timeout = flags.duration("timeout");
  private final CommonFlags.Version version = new CommonFlags.Version(flags);

  ExecCommand() {
    super("exec");
    flags.choice("format", 'f', "json", "json");
    flags.choice("log-level", 'l', "error", "debug", "info", "error");
    flags.text("log-timestamp-format", "");
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure, IOException {
    if (!stdinInput.isOn() && arguments.isEmpty()) {
      // Logging is not set up yet, so this has the form of the library.
      LogLine.of("Unexpected error.")
          .with("err", "requires at least 1 path arg, or the --stdin-input flag")
          .print("text", console);
      return 1;
    }
    Configuration configuration =
        Configuration.of(
            configuration(), overrides.values(), overrideFiles.values(), bundles.values());
    String asked = decision.value().isEmpty() ? configuration.decision() : decision.value();
    try {
      Execute.Request request =
          new Execute.Request(
              arguments,
              configuration.bundles(),
              asked,
              readStandardInput(console),
              failOn(),
              timeout.value(),
              version.language(null));
      Execute.Report report = Execute.run(request, JdkHost.with(console.environment()));
      console.print(ExecuteOutput.json(report));
      refuse(report);
      return 0;
    } catch (Execute.BundleFailure failure) {
      LogLine.of("Bundle load failed: " + failure.text())
          .with("name", failure.name())
          .with("plugin", "bundle")
          .print(logFormat.value(), console);
      throw Failure.of(
          "runtime error: Bundle name: "
              + failure.name()
              + ", Code: bundle_error, HTTPCode: -1, Message: "
              + failure.text());
    } catch (Failure failure) {
      throw failure.within("exec error: ").asText();
    }
  }

  private ObjectValue configuration() throws Failure {
    if (configFile.value().isEmpty()) {
      return ObjectValue.EMPTY;
    }
    try {
      return Documents.jsonOrYaml(SourceFiles.read(configFile.value())) instanceof ObjectValue read
          ? read
          : ObjectValue.EMPTY;
    } catch (Failure failure) {
      throw failure.within("config error: ").asText();
    }
  }

  private @Nullable Value readStandardInput(Console console) throws Failure, IOException {
    if (!stdinInput.isOn()) {
      return null;
    }
    Value input = Documents.jsonOrYaml(firstParagraph(console.readInput()));
    if (input instanceof NullValue) {
      throw Failure.of(
          "cannot execute on empty input; please enter valid json or yaml when using the"
              + " --stdin-input flag");
    }
    return input;
  }

  /// Input ends at the first empty line.
  private static byte[] firstParagraph(byte[] input) {
    int lineStart = 0;
    for (int i = 0; i < input.length; i++) {
      if (input[i] == '\n') {
        boolean empty = i == lineStart || i == lineStart + 1 && input[lineStart] == '\r';
        if (empty) {
          return Arrays.copyOf(input, lineStart);
        }
        lineStart = i + 1;
      }
    }
    return input;
  }

  private Execute.FailOn failOn() throws Failure {
    if (fail.isOn() && failDefined.isOn()) {
      throw Failure.of("specify --fail or --fail-defined but not both");
    }
    if (failNonEmpty.isOn() && fail.isOn()) {
      throw Failure.of("specify --fail-non-empty or --fail but not both");
    }
    if (failNonEmpty.isOn() && failDefined.isOn()) {
      throw Failure.of("specify --fail-non-empty or --fail-defined but not both");
    }
    if (fail.isOn()) {
      return Execute.FailOn.UNDEFINED;
    }
    if (failDefined.isOn()) {
      return Execute.FailOn.DEFINED;
    }
    return failNonEmpty.isOn() ? Execute.FailOn.NON_EMPTY : Execute.FailOn.NOTHING;
  }

  private static final Map<Execute.FailOn, String> FLAGS =
      Map.of(
          Execute.FailOn.UNDEFINED, "--fail",
          Execute.FailOn.DEFINED, "--fail-defined",
          Execute.FailOn.NON_EMPTY, "--fail-non-empty");

  private void refuse(Execute.Report report) throws Failure {
    String flag = FLAGS.get(failOn());
    if (flag != null && (report.failures() > 0 || report.errors() > 0)) {
      throw Failure.of(
          "there were "
              + report.failures()
              + " failures and "
              + report.errors()
              + " errors counted in the results list, and "
              + flag
              + " is set");
    }
  }

  @Override
  int report(Failure failure, Console console) {
    LogLine.of("Unexpected error.").with("err", failure.text()).print(logFormat.value(), console);
    return 1;
  }
}
