package ms.continuu.attest.cli.opa;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.FlagSet;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.flags.NumberFlag;
import ms.continuu.attest.cli.flags.ParsedFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.opa.BuildBundle;
import ms.continuu.attest.rego.types.Capabilities;

/// `opa build`.
final class BuildCommand extends OpaCommand {
  private final ChoiceFlag target = flags.choice("target", 't', "rego", "rego", "wasm", "plan");
  private final NumberFlag optimize = flags.number("optimize", 'O', 0);
  private final ListFlag entrypoints = flags.repeated("entrypoint", 'e');
  private final TextFlag revision = flags.text("revision", 'r', "");
  private final TextFlag output = flags.text("output", 'o', "bundle.tar.gz");
  private final BooleanFlag followLinks = flags.bool("follow-symlinks");
  private final BooleanFlag bundle = flags.bool("bundle", 'b');
  private final ListFlag ignore = flags.commaSeparated("ignore");
  private final ParsedFlag<Capabilities> capabilities = CommonFlags.capabilities(flags);
  private final CommonFlags.Signing signing = new CommonFlags.Signing(flags);
  private final CommonFlags.Verification verification = new CommonFlags.Verification(flags);
  private final CommonFlags.Version version = new CommonFlags.Version(flags);

  BuildCommand() {
    super("build");
    flags.choice("format", "json", "json", "proto");
    flags.bool("prune-unused");
    flags.bool("debug");
    flags.text("partial-namespace", "partial");
    flags.bool("wasm-include-print");
    flags.repeated("plan-addons");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (arguments.isEmpty()) {
      throw new FlagException("expected at least one path");
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    signing.refuseIncomplete();
    if (!bundle.isOn()) {
      if (verification.isWanted() || signing.isWanted()) {
        throw Failure.of(
            "enable bundle mode (ie. --bundle) to verify or sign bundle files or directories");
      }
      warnOfManifests(arguments, console);
    }
    if (!target.value().equals("rego")) {
      throw Failure.of(
          "attest does not build for target " + target.value() + "; leave out --target");
    }
    if (optimize.value() > 0) {
      throw Failure.of(
          entrypoints.values().isEmpty()
              ? "bundle optimizations require at least one entrypoint"
              : "attest does not optimize bundles yet; leave out --optimize");
    }
    BuildBundle.run(
        new BuildBundle.Request(
            arguments,
            bundle.isOn(),
            followLinks.isOn(),
            ignore.values(),
            version.language(capabilities.value()),
            output.value(),
            revision.isChanged() ? revision.value() : null,
            verification.verifier(signing.algorithm()),
            signing.signer(verification.keyId())));
    return 0;
  }

  private static void warnOfManifests(List<String> arguments, Console console) {
    for (String argument : arguments) {
      for (String name : List.of(".manifest", ".manifest.pb")) {
        if (Files.isDirectory(Path.of(argument)) && Files.exists(Path.of(argument, name))) {
          console.printlnError(
              "Warning: "
                  + name
                  + " file found in "
                  + FlagSet.quote(argument)
                  + " but -b flag not specified. Manifest will be ignored.");
          break;
        }
      }
    }
  }

  @Override
  int report(Failure failure, Console console) {
    console.println("error: " + failure.text());
    return 1;
  }
}
