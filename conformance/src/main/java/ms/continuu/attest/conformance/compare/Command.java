package ms.continuu.attest.conformance.compare;

import java.util.List;
import java.util.stream.Collectors;

/// A command line of `opa` that both programs run.
///
/// @param kind what it shows, by which differences are grouped: `check --strict`, say
/// @param arguments what follows `opa`
/// @param folder what it is about
public record Command(String kind, List<String> arguments, String folder) {
  public Command {
    arguments = List.copyOf(arguments);
  }

  /// The line that a shell runs again.
  public String line() {
    return "opa "
        + arguments.stream()
            .map(word ->
                word.matches("[\\w./:=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
  }
}
