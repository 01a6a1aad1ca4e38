package ms.continuu.attest.policy.rego;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import ms.continuu.attest.policy.Loaded;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.PolicyFrontend;
import ms.continuu.attest.policy.PolicyGroup;
import ms.continuu.attest.policy.PolicyId;
import ms.continuu.attest.policy.PolicySources;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.rego.Rego;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Rego packages as policies: each package with a rule that judges.
public final class RegoFrontend implements PolicyFrontend {

  @Override
  public String dialect() {
    return "rego";
  }

  @Override
  public Loaded load(PolicySources sources) {
    List<Module> modules = new ArrayList<>();
    Map<String, RegoPackage> packages = new TreeMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (file.name().endsWith(".rego")) {
        Dialect.Reading reading = Dialect.read(file);
        diagnostics.addAll(reading.parsed().diagnostics());
        Module module = reading.parsed().tree();
        if (module != null && reading.parsed().diagnostics().isEmpty()) {
          modules.add(module);
          packages
              .computeIfAbsent(packageName(module), name -> new RegoPackage(new ArrayList<>()))
              .add(module, reading.dialect());
        }
      }
    }
    if (!diagnostics.isEmpty()) {
      return new Loaded(null, diagnostics);
    }
    modules.addAll(new LibraryModules(sources.library()).missingFrom(modules));
    Compilation compilation = Compilation.of(modules, CompileOptions.DEFAULT);
    CheckedProgram program = compilation.program();
    if (program == null) {
      return new Loaded(null, compilation.diagnostics());
    }
    List<RegoRule> rules = new ArrayList<>();
    List<PolicyDescription> policies = new ArrayList<>();
    packages.forEach((name, each) -> {
      PolicyId policy = new PolicyId(name);
      List<RegoRule> own = each.rules(policy);
      if (!own.isEmpty()) {
        rules.addAll(own);
        policies.add(each.description(policy, own));
      }
    });
    rules.sort(Comparator.comparing(rule -> rule.description().id()));
    return new Loaded(
        rules.isEmpty() ? null : RegoGroup.of(Rego.standard().load(program), rules, policies),
        List.of());
  }

  @Override
  public PolicyGroup open(byte[] image, PolicySources sources, Supplier<PolicyGroup> whole) {
    return RegoImage.read(image, sources, whole);
  }

  /// The files of one package.
  private record RegoPackage(List<Module> modules, List<Dialect> dialects) {
    RegoPackage(List<Module> modules) {
      this(modules, new ArrayList<>());
    }

    void add(Module module, Dialect dialect) {
      modules.add(module);
      dialects.add(dialect);
    }

    List<RegoRule> rules(PolicyId policy) {
      Map<String, List<Rule>> definitions = new LinkedHashMap<>();
      for (Module module : modules) {
        for (Rule rule : module.rules()) {
          String name = nameOf(rule);
          if (RegoRule.judges(name) && rule.head().args().isEmpty()) {
            definitions.computeIfAbsent(name, n -> new ArrayList<>()).add(rule);
          }
        }
      }
      if (definitions.isEmpty()) {
        return List.of();
      }
      Annotations own = annotations();
      RegoRule.Convention convention =
          new RegoRule.Convention(
              InputShape.of(modules), dialects.stream().max(Comparator.naturalOrder()).get());
      Term.Ref path = modules.getFirst().packageDeclaration().path();
      List<RegoRule> rules = new ArrayList<>();
      definitions.forEach(
          (name, rule) -> rules.add(RegoRule.of(policy, path, name, rule, own, convention)));
      return rules;
    }

    /// What is said of the package as a whole.
    private @Nullable Annotations annotations() {
      return modules.stream()
          .flatMap(module -> module.annotations().stream())
          .filter(annotations -> annotations.scope().equals("package"))
          .findFirst()
          .orElse(null);
    }

    PolicyDescription description(PolicyId policy, List<RegoRule> own) {
      List<RuleDescription> rules =
          own.stream()
              .map(RegoRule::description)
              .sorted(Comparator.comparing(RuleDescription::name))
              .toList();
      Annotations told = annotations();
      RuleDescription first = rules.getFirst();
      return new PolicyDescription(
          policy,
          told == null || told.title().isEmpty() ? first.title() : told.title(),
          told == null ? "" : told.description(),
          told == null || told.custom() == null ? ObjectValue.EMPTY : told.custom(),
          first.convention(),
          modules.getFirst().packageDeclaration().location(),
          rules);
    }
  }

  /// The package's path without `data`, joined by dots.
  static String packageName(Module module) {
    List<Term> path = module.packageDeclaration().path().terms();
    List<String> parts = new ArrayList<>();
    for (Term part : path.subList(1, path.size())) {
      parts.add(
          part instanceof Term.Scalar s && s.value() instanceof StringValue string
              ? string.text()
              : part.toString());
    }
    return String.join(".", parts);
  }

  /// The first name of a rule's head.
  static String nameOf(Rule rule) {
    return rule.head().ref().head() instanceof Term.Var variable ? variable.name() : "";
  }
}
