package ms.continuu.attest.operations.validate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.rego.RegoModules;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.Diagnostic;

/// Rego modules: parsed, compiled together, and their annotations read.
final class ModuleCheck {
  private static final CompileOptions OPTIONS = CompileOptions.DEFAULT.withErrorLimit(0);

  private ModuleCheck() {}

  static List<Diagnostic> of(PolicySources sources) {
    RegoModules read = RegoModules.read(sources);
    List<Diagnostic> found = new ArrayList<>(read.faults());
    List<Module> sound = new ArrayList<>(read.sound());
    found.addAll(compile(sound, read.drawn(), OPTIONS, !read.faults().isEmpty()));
    Set<String> wrong = files(found);
    sound.removeIf(module -> wrong.contains(module.source().name()));
    compile(sound, read.drawn(), OPTIONS.withStrict(true), !wrong.isEmpty()).stream()
        .map(ModuleCheck::asWarning)
        .forEach(found::add);
    for (Module module : read.sound()) {
      found.addAll(MetadataCheck.of(module));
    }
    return found;
  }

  /// Everything that keeps modules from being a program. A phase that finds something ends the
  /// compilation: so those concerned are left out and the others compiled again.
  ///
  /// @param areSomeMissing whether modules were left out before, which others may call
  private static List<Diagnostic> compile(
      List<Module> modules, List<Module> drawn, CompileOptions options, boolean areSomeMissing) {
    List<Diagnostic> found = new ArrayList<>();
    List<Module> left = new ArrayList<>(modules);
    boolean someAreMissing = areSomeMissing;
    while (!left.isEmpty()) {
      List<Module> all = new ArrayList<>(left);
      all.addAll(drawn);
      List<Diagnostic> diagnostics = Compilation.of(all, options).diagnostics();
      Set<String> wrong = files(diagnostics);
      if (!left.removeIf(module -> wrong.contains(module.source().name()))) {
        // Nobody's own fault: the modules that were drawn on, or none.
        found.addAll(wrong.isEmpty() ? diagnostics : List.of());
        break;
      }
      for (Diagnostic each : diagnostics) {
        // What calls into a module that was left out is not to blame for it.
        boolean dangles = someAreMissing && each.message().startsWith("undefined function data.");
        if (!dangles && modules.stream().anyMatch(module -> isIn(each, module))) {
          found.add(withTypes(each));
        }
      }
      someAreMissing = true;
    }
    return found;
  }

  /// The types that the details of a type error compare.
  private static Diagnostic withTypes(Diagnostic found) {
    String types =
        found.details().stream()
            .map(String::strip)
            .filter(line -> line.startsWith("have") || line.startsWith("want"))
            .collect(Collectors.joining("; "));
    return found.help().isEmpty() ? withHelp(found, found.severity(), types) : found;
  }

  private static boolean isIn(Diagnostic diagnostic, Module module) {
    return diagnostic.location() != null
        && diagnostic.location().file().equals(module.source().name());
  }

  private static Set<String> files(List<Diagnostic> diagnostics) {
    Set<String> files = new HashSet<>();
    for (Diagnostic each : diagnostics) {
      if (each.location() != null) {
        files.add(each.location().file());
      }
    }
    return files;
  }

  private static Diagnostic asWarning(Diagnostic found) {
    return withHelp(found, Diagnostic.Severity.WARNING, found.help());
  }

  private static Diagnostic withHelp(Diagnostic found, Diagnostic.Severity severity, String help) {
    return new Diagnostic(
        found.code(),
        severity,
        found.message(),
        found.location(),
        found.details(),
        found.facts(),
        help);
  }
}
