package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.load.FileLoader;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.check.RuleTree;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Which documents a query depends on: those of rules, and those of data and input.
///
/// @param base refs of input and data that no rule makes
/// @param virtual refs of rules
public record Dependencies(List<Term.Ref> base, List<Term.Ref> virtual) {

  /// The policies among which dependencies are looked for.
  public record Request(
      String query,
      List<String> data,
      List<String> bundles,
      List<String> ignored,
      Language language) {}

  /// Finds what a query depends on.
  public static Dependencies of(Request request) throws Failure {
    Body query = Query.parse(request.query(), ParseOptions.of(RegoVersion.V1));
    SortedMap<String, Module> modules = new TreeMap<>();
    if (!request.data().isEmpty()) {
      PathFilter filter = PathFilter.ignoring(request.ignored());
      FileLoader.load(request.data(), request.language(), false, filter)
          .modules()
          .values()
          .forEach(file -> modules.put(file.name(), file.module()));
    }
    if (!request.bundles().isEmpty()) {
      modules.clear();
      for (String path : request.bundles()) {
        Bundle bundle = new BundleReader(Language.of(RegoVersion.V1)).read(path);
        for (Bundle.ModuleFile file : bundle.modules()) {
          modules.put(BundleActivation.moduleName(path, file.path()), file.module());
        }
      }
    }
    Compilation compilation =
        Compilation.of(
            new ArrayList<>(modules.values()), CompileOptions.DEFAULT.withSchemaAnnotations(false));
    CheckedProgram program = compilation.program();
    if (program == null) {
      throw Failure.ofDiagnostics(compilation.diagnostics());
    }
    Search search = new Search(program);
    search.visit(RuleReads.ofQuery(query));
    return new Dependencies(List.copyOf(search.base), List.copyOf(search.virtual));
  }

  /// Follows refs through rules.
  private static final class Search {
    private final CheckedProgram program;
    private final Map<Rule, Term.Ref> paths = new LinkedHashMap<>();
    private final Set<Rule> seen = new HashSet<>();
    private final TreeSet<Term.Ref> base = new TreeSet<>(Terms::compare);
    private final TreeSet<Term.Ref> virtual = new TreeSet<>(Terms::compare);

    Search(CheckedProgram program) {
      this.program = program;
      for (Module module : program.modules().values()) {
        for (Rule rule : module.rules()) {
          paths.put(rule, path(module, rule));
        }
      }
    }

    private static Term.Ref path(Module module, Rule rule) {
      List<Term> path = new ArrayList<>(module.packageDeclaration().path().terms());
      List<Term> head = Terms.groundPrefix(rule.head().ref().terms());
      path.add(asString(head.getFirst()));
      path.addAll(head.subList(1, head.size()));
      return new Term.Ref(path, Location.NONE);
    }

    private static Term asString(Term term) {
      return term instanceof Term.Var variable
          ? new Term.Scalar(StringValue.of(variable.name()), variable.location())
          : term;
    }

    void visit(List<Term.Ref> reads) {
      for (Term.Ref read : reads) {
        Term.Ref constant = new Term.Ref(constantPrefix(read.terms()), read.location());
        List<Rule> rules = rules(constant);
        if (rules.isEmpty()) {
          base.add(constant);
        }
        for (Rule rule : rules) {
          if (seen.add(rule)) {
            visit(RuleReads.of(rule));
            Term.Ref path = paths.get(rule);
            if (path != null) {
              virtual.add(path);
            }
          }
        }
      }
    }

    private static List<Term> constantPrefix(List<Term> ref) {
      List<Term> prefix = new ArrayList<>();
      prefix.add(ref.getFirst());
      for (Term term : ref.subList(1, ref.size())) {
        if (!Terms.isConstant(term)) {
          break;
        }
        prefix.add(term);
      }
      return prefix;
    }

    /// The rules at, above and below a ref.
    private List<Rule> rules(Term.Ref ref) {
      List<Rule> found = new ArrayList<>();
      if (!(ref.head() instanceof Term.Var root && root.name().equals("data"))) {
        return found;
      }
      RuleTree node = program.rules();
      found.addAll(node.rules());
      for (Term term : ref.terms().subList(1, ref.terms().size())) {
        // No rule is beyond a key that is written as a collection.
        node = term instanceof Term.Scalar(Value key, var _) ? node.child(key) : null;
        if (node == null) {
          return found;
        }
        found.addAll(node.rules());
      }
      node.children().forEach(child -> addBelow(child, found));
      return found;
    }

    private static void addBelow(RuleTree node, List<Rule> found) {
      found.addAll(node.rules());
      node.children().forEach(child -> addBelow(child, found));
    }
  }
}
