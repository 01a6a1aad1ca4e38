package ms.continuu.attest.operations.config;

import java.util.Collection;
import java.util.List;
import ms.continuu.attest.operations.Suggestions;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// What is wrong with a configuration.
final class ConfigFaults {
  private ConfigFaults() {}

  static Diagnostic error(String code, String message, @Nullable Location location, String help) {
    return new Diagnostic(
        code, Diagnostic.Severity.ERROR, message, location, List.of(), List.of(), help);
  }

  static Diagnostic note(String code, String message, @Nullable Location location, String help) {
    return new Diagnostic(
        code, Diagnostic.Severity.NOTE, message, location, List.of(), List.of(), help);
  }

  /// Asks whether the nearest names were meant; where none is near, says what there is.
  static String meant(String written, Collection<String> names, String otherwise) {
    List<String> near = Suggestions.nearest(written, names);
    return near.isEmpty() ? otherwise : "did you mean " + quoted(near, " or ") + "?";
  }

  /// Words between backticks, with something in between.
  static String quoted(Collection<String> words, String between) {
    return String.join(between, words.stream().map(word -> "`" + word + "`").toList());
  }
}
