package ms.continuu.attest.cli.opa;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.NumberFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.cli.present.BenchmarkOutput;
import ms.continuu.attest.cli.present.FailureOutput;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.operations.opa.Benchmark;
import ms.continuu.attest.operations.opa.Query;
import ms.continuu.attest.operations.opa.Sources;
import ms.continuu.attest.policy.host.JdkHost;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `opa bench`.
final class BenchCommand extends OpaCommand {
  private final BooleanFlag partial = flags.bool("partial", 'p');
  private final BooleanFlag fail = flags.enabled("fail");
  private final ListFlag data = flags.repeated("data", 'd');
  private final ListFlag bundles = flags.repeated("bundle", 'b');
  private final TextFlag input = flags.text("input", 'i', "");
  private final ListFlag imports = flags.repeated("import");
  private final TextFlag packageName = flags.text("package", "");
  private final BooleanFlag stdin = flags.bool("stdin");
  private final BooleanFlag stdinInput = flags.bool("stdin-input", 'I');
  private final BooleanFlag metrics = flags.enabled("metrics");
  private final ChoiceFlag format =
      flags.choice("format", 'f', "pretty", "pretty", "json", "gobench");
  private final ListFlag ignore = flags.commaSeparated("ignore");
  private final TextFlag schema = flags.text("schema", 's', "");
  private final NumberFlag count = flags.number("count", 1);
  private final BooleanFlag memory = flags.enabled("benchmem");
  private final BooleanFlag server = flags.bool("e2e");
  private final CommonFlags.Version version = new CommonFlags.Version(flags);

  BenchCommand() {
    super("bench");
    flags.repeated("unknowns", 'u', "input");
    flags.choice("target", 't', "rego", "rego", "wasm");
    flags.bool("optimize-store-for-read-speed");
    flags.text("config-file", 'c', "");
    flags.number("shutdown-grace-period", 10);
    flags.number("shutdown-wait-period", 0);
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
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure, IOException {
    if (partial.isOn() || server.isOn()) {
      throw Failure.of("attest does not measure partial evaluation or servers yet");
    }
    String text = stdin.isOn() ? Utf8.decode(console.readInput()) : arguments.getFirst();
    Sources sources =
        new Sources(
            data.values(),
            bundles.values(),
            ignore.values(),
            version.language(null),
            schema.value());
    Benchmark.Request request =
        new Benchmark.Request(
            new Query(text, packageName.value(), imports.values()),
            sources,
            readInput(console),
            fail.isOn());
    Benchmark benchmark = Benchmark.prepare(request, JdkHost.with(console.environment()));
    for (int i = 0; i < count.value(); i++) {
      Benchmark.Measurement measured = benchmark.measure();
      console.print(
          switch (format.value()) {
            case "json" -> BenchmarkOutput.json(measured, metrics.isOn());
            case "gobench" ->
                BenchmarkOutput.line(
                    "BenchmarkOPAEval",
                    measured,
                    metrics.isOn() ? BenchmarkOutput.histogram(measured) : Map.of(),
                    memory.isOn());
            default -> BenchmarkOutput.table(measured, metrics.isOn(), memory.isOn());
          });
    }
    return 0;
  }

  private @Nullable Value readInput(Console console) throws Failure, IOException {
    if (!stdinInput.isOn() && input.value().isEmpty()) {
      return null;
    }
    byte[] bytes =
        stdinInput.isOn() ? console.readInput() : SourceFiles.read(GoPaths.ofUrl(input.value()));
    try {
      return Documents.jsonOrYaml(bytes);
    } catch (Failure failure) {
      throw failure.within("unable to parse input: ");
    }
  }

  @Override
  int report(Failure failure, Console console) {
    if (format.value().equals("json")) {
      console.print(FailureOutput.json(failure.problems()));
    } else {
      console.printlnError(FailureOutput.text(failure.problems()));
    }
    return 1;
  }
}
