package ms.continuu.attest.cli.config;

import java.nio.file.Path;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.operations.config.EditConfiguration.Outcome;
import ms.continuu.attest.operations.config.Scope;

/// A command that changes a file.
abstract class ChangeCommand extends ConfigCommand {
  private final BooleanFlag project = flags.bool("project");

  ChangeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  final Scope scope() {
    return project.isOn() ? Scope.PROJECT : Scope.GLOBAL;
  }

  /// The exit code of an outcome, after telling of it.
  final int told(Outcome outcome, String key, Path file) {
    return switch (outcome) {
      case Outcome.Done done -> {
        console.println(key + (done.isChanged() ? ": changed in " : ": as it was in ") + file);
        yield PASSED;
      }
      case Outcome.Misused misused -> misused(misused.message(), misused.help());
      case Outcome.Failed failed -> undecided(failed.faults());
    };
  }
}
