package ms.continuu.attest.conformance.generate;

import java.util.List;

/// A module as its parts, so that it can be reduced part by part.
///
/// @param header package and imports
/// @param rules each a whole rule
/// @param input the input as JSON
public record GeneratedProgram(String header, List<String> rules, String input) {
  public GeneratedProgram {
    rules = List.copyOf(rules);
  }

  /// The module's text.
  public String module() {
    return header + "\n\n" + String.join("\n\n", rules) + "\n";
  }
}
