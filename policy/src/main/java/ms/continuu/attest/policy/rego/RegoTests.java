package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// Policies together with the Rego tests about them, in one program. Each file is read in the
/// version of the language that it is written in.
///
/// @param policies null when the sources are not sound
public record RegoTests(Rego.@Nullable Policies policies, List<Diagnostic> diagnostics) {
  public RegoTests {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Compiles policies and tests. What both lack is drawn from the library of the sources.
  public static RegoTests compile(PolicySources sources, List<SourceFile> tests) {
    List<SourceFile> files = new ArrayList<>(sources.files());
    files.addAll(tests);
    List<Module> modules = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.name().endsWith(".rego")) {
        Dialect.Reading reading = Dialect.read(file);
        diagnostics.addAll(reading.parsed().diagnostics());
        Module module = reading.parsed().tree();
        if (module != null) {
          modules.add(module);
        }
      }
    }
    if (!diagnostics.isEmpty()) {
      return new RegoTests(null, diagnostics);
    }
    modules.addAll(new LibraryModules(sources.library()).missingFrom(modules));
    CompileOptions options =
        CompileOptions.DEFAULT.withKeepPrints(true).withTraceTests(true).withRunsTests(true);
    Compilation compilation = Compilation.of(modules, options);
    CheckedProgram program = compilation.program();
    return new RegoTests(
        program == null ? null : Rego.standard().load(program), compilation.diagnostics());
  }
}
