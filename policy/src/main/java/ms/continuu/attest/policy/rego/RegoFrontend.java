package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ms.continuu.attest.policy.Loaded;
import ms.continuu.attest.policy.PolicyFrontend;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;

/// Rego packages as policies: each package with a rule called `deny`, `violation` or `warn`, or
/// beginning with one of these and an underscore.
public final class RegoFrontend implements PolicyFrontend {

  @Override
  public String dialect() {
    return "rego";
  }

  @Override
  public Loaded load(PolicySources sources) {
    List<Module> modules = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (file.name().endsWith(".rego")) {
        Parsed<Module> parsed = parse(file);
        diagnostics.addAll(parsed.diagnostics());
        if (parsed.tree() != null) {
          modules.add(parsed.tree());
        }
      }
    }
    if (!diagnostics.isEmpty()) {
      return new Loaded(null, diagnostics);
    }
    Compilation compilation = Compilation.of(modules, CompileOptions.DEFAULT);
    CheckedProgram program = compilation.program();
    if (program == null) {
      return new Loaded(null, compilation.diagnostics());
    }
    List<RegoRule> rules = rules(modules);
    return new Loaded(
        rules.isEmpty() ? null : RegoGroup.of(Rego.standard().load(program), rules), List.of());
  }

  /// Reads a module as v1 or, when it is none, as v0; of two broken readings the one with fewer
  /// faults is told.
  static Parsed<Module> parse(SourceFile file) {
    Parsed<Module> v1 = Parser.module(file, ParseOptions.of(RegoVersion.V1));
    if (v1.diagnostics().isEmpty()) {
      return v1;
    }
    Parsed<Module> v0 = Parser.module(file, ParseOptions.of(RegoVersion.V0));
    return v0.diagnostics().size() < v1.diagnostics().size() ? v0 : v1;
  }

  private static List<RegoRule> rules(List<Module> modules) {
    Map<String, Annotations> packages = new TreeMap<>();
    for (Module module : modules) {
      for (Annotations annotations : module.annotations()) {
        if (annotations.scope().equals("package")) {
          packages.putIfAbsent(packageName(module), annotations);
        }
      }
    }
    Map<String, RegoRule> found = new TreeMap<>();
    for (Module module : modules) {
      String name = packageName(module);
      for (Rule rule : module.rules()) {
        String ruleName = nameOf(rule);
        if (RegoRule.judges(ruleName) && rule.head().args().isEmpty()) {
          RegoRule described =
              RegoRule.of(
                  new PolicyId(name),
                  module.packageDeclaration().path(),
                  ruleName,
                  rule,
                  packages.get(name));
          found.merge(name + "." + ruleName, described, RegoRule::orTheOther);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /// The package's path without `data`, joined by dots.
  private static String packageName(Module module) {
    List<String> parts = new ArrayList<>();
    for (Term part :
        module
            .packageDeclaration()
            .path()
            .terms()
            .subList(1, module.packageDeclaration().path().terms().size())) {
      parts.add(
          part instanceof Term.Scalar s && s.value() instanceof StringValue string
              ? string.text()
              : part.toString());
    }
    return String.join(".", parts);
  }

  private static String nameOf(Rule rule) {
    return rule.head().ref().head() instanceof Term.Var variable ? variable.name() : "";
  }

  /// Names of rules that judge.
  static Set<String> verbs() {
    return Set.of("deny", "violation", "warn");
  }
}
