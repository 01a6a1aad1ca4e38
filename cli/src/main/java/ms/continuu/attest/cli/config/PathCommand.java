package ms.continuu.attest.cli.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.present.Columns;
import ms.continuu.attest.operations.config.Scope;

/// `attest config path`: where the files are.
final class PathCommand extends ConfigCommand {
  private static final String HELP =
      """
      Print where the files of configuration are, or would be.

      Usage:
        attest config path

      Exit codes: 0 printed, 3 wrong usage.
      """;

  PathCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "path";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int arguments() {
    return 0;
  }

  @Override
  int run(List<String> none) {
    Columns table = Columns.under("SCOPE", "THERE", "FILE");
    for (Scope scope : Scope.values()) {
      Path file = files.of(scope);
      boolean isThere = file != null && Files.exists(file);
      table.row(
          scope.word(),
          isThere ? "yes" : "no",
          file == null ? "(no home folder)" : file.toString());
    }
    console.print(table.text());
    return PASSED;
  }
}
