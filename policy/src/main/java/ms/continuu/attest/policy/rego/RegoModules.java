package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;

/// Rego files as a check reads them: each in the dialect it is sound in, with what they draw on.
///
/// @param readings the files, sound or not
/// @param drawn modules of the library that the sound files refer to and lack
public record RegoModules(List<Dialect.Reading> readings, List<Module> drawn) {
  public RegoModules {
    readings = List.copyOf(readings);
    drawn = List.copyOf(drawn);
  }

  /// Reads the Rego files among sources.
  public static RegoModules read(PolicySources sources) {
    List<Dialect.Reading> readings = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (file.name().endsWith(".rego")) {
        readings.add(Dialect.read(file));
      }
    }
    return new RegoModules(
        readings, new LibraryModules(sources.library()).missingFrom(sound(readings)));
  }

  /// The modules of the files that are sound.
  public List<Module> sound() {
    return sound(readings);
  }

  private static List<Module> sound(List<Dialect.Reading> readings) {
    List<Module> modules = new ArrayList<>();
    for (Dialect.Reading reading : readings) {
      Module module = reading.parsed().tree();
      if (module != null && reading.parsed().isSound()) {
        modules.add(module);
      }
    }
    return modules;
  }

  /// What is wrong with the texts of the others.
  public List<Diagnostic> faults() {
    return readings.stream().flatMap(reading -> reading.parsed().diagnostics().stream()).toList();
  }

  /// The package's path without `data`, joined by dots.
  public static String packageName(Module module) {
    return RegoFrontend.packageName(module);
  }

  /// The first name of a rule's head.
  public static String nameOf(Rule rule) {
    return RegoFrontend.nameOf(rule);
  }

  /// Whether a rule is one that judges: `deny`, `violation` or `warn`, or a name that begins so.
  public static boolean isJudging(Rule rule) {
    return rule.head().args().isEmpty() && RegoRule.judges(nameOf(rule));
  }
}
