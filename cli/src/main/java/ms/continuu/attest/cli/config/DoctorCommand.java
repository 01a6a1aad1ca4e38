package ms.continuu.attest.cli.config;

import java.util.List;
import java.util.Locale;
import ms.continuu.attest.cli.present.Columns;
import ms.continuu.attest.operations.config.Doctor;

/// `attest config doctor`: whether everything is there.
final class DoctorCommand extends ConfigCommand {
  private static final String HELP =
      """
      Look whether everything is there that ATTEST works with: valid configuration, known policies,
      programs, a cache, a quick Java.

      Usage:
        attest config doctor

      Exit codes: 0 nothing failed, 1 something failed, 3 wrong usage.
      """;

  DoctorCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "doctor";
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
    List<Doctor.Finding> findings = Doctor.examine(files, console.environment(), home);
    Columns table = Columns.under();
    for (Doctor.Finding finding : findings) {
      table.row(
          finding.state().name().toLowerCase(Locale.ROOT),
          finding.subject(),
          finding.text() + (finding.advice().isEmpty() ? "" : " (" + finding.advice() + ")"));
    }
    console.print(table.text().stripLeading());
    boolean failed = findings.stream().anyMatch(finding -> finding.state() == Doctor.State.FAIL);
    return failed ? FAILED : PASSED;
  }
}
