package ms.continuu.attest.cli.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.operations.scaffold.PolicyRepository;

/// `attest policy init [DIR]`: begins a repository of policies.
final class InitCommand extends PolicyCommand {
  private static final String HELP =
      """
      Begin a repository of policies: nine policies with their tests and examples, the configuration,
      manifests to check, and pipelines for GitHub, GitLab and Jenkins. All of it works as it is.

      Usage:
        attest policy init [DIR] [flags]

      Examples:
        attest policy init                  in this folder
        attest policy init our-policies     in a new one

      What is there already is never overwritten; then nothing is written at all.

      Flags:
            --force   overwrite what is there

      Exit codes: 0 written, 2 nothing was written, 3 wrong usage.
      """;

  private final BooleanFlag force = flags.bool("force");

  InitCommand(Console console, Path home) {
    super(console, home);
  }

  @Override
  String name() {
    return "init";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int run(List<String> arguments) {
    if (arguments.size() > 1) {
      return misused("name one folder");
    }
    String named = arguments.isEmpty() ? "." : arguments.getFirst();
    Path folder = Path.of(named);
    List<String> present = PolicyRepository.present(folder);
    if (!present.isEmpty() && !force.isOn()) {
      console.printlnError(
          "attest policy init: "
              + named
              + " has "
              + String.join(", ", present)
              + " already (nothing was written; --force overwrites)");
      return UNDECIDED;
    }
    try {
      PolicyRepository.write(folder);
    } catch (IOException e) {
      console.printlnError(
          "attest policy init: " + named + ": cannot be written: " + e.getMessage());
      return UNDECIDED;
    }
    PolicyRepository.files().forEach(file -> console.println("wrote " + folder.resolve(file)));
    String there = arguments.isEmpty() ? "" : "  cd " + named + "\n";
    console.print(
        "\nNext:\n"
            + there
            + """
              attest policy validate policies/
              attest policy test policies/
              attest check k8s/ --policy policies/
            """);
    return PASSED;
  }
}
