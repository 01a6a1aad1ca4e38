package ms.continuu.attest.operations.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.policy.Severity;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Refs to rules that nobody defines: undefined, so the rule never fires, or always.
final class UndefinedReference implements ScanRule {

  @Override
  public Description description() {
    return new Description(
        "undefined-reference",
        Severity.HIGH,
        "Policies refer to what is there",
        "A rule that refers to something undefined never fires; where it says `not`, it always"
            + " does. A misspelt name makes no error.",
        "correct the name, or add the rule or data that is meant");
  }

  @Override
  public void inspect(ScannedPolicies policies, Report report) {
    Set<String> packages = policies.packages();
    for (ScannedModule module : policies.modules()) {
      Map<String, List<String>> imports = imports(module.module());
      for (Rule rule : module.rules()) {
        Nodes.terms(
            rule,
            term -> {
              if (term instanceof Term.Ref ref) {
                List<String> path = path(ref, imports);
                String missing = missing(path, packages, policies);
                if (!missing.isEmpty()) {
                  report.add(module, ref.location(), "nobody defines `data." + missing + "`");
                }
              }
            });
      }
    }
  }

  private static Map<String, List<String>> imports(Module module) {
    Map<String, List<String>> imports = new HashMap<>();
    for (Module.Import each : module.imports()) {
      List<String> path = texts(each.path().terms().subList(1, each.path().terms().size()));
      if (each.path().head() instanceof Term.Var head && head.name().equals("data")) {
        Term.Var alias = each.alias();
        String name = alias != null ? alias.name() : path.isEmpty() ? "data" : path.getLast();
        imports.put(name, path);
      }
    }
    return imports;
  }

  /// The constant part of a ref's path below `data`.
  private static List<String> path(Term.Ref ref, Map<String, List<String>> imports) {
    if (!(ref.head() instanceof Term.Var head)) {
      return List.of();
    }
    List<String> path = new ArrayList<>();
    if (imports.containsKey(head.name())) {
      path.addAll(imports.get(head.name()));
    } else if (!head.name().equals("data")) {
      return List.of();
    }
    path.addAll(texts(ref.terms().subList(1, ref.terms().size())));
    return path;
  }

  /// The texts that terms begin with, up to the first that is no text.
  private static List<String> texts(List<Term> terms) {
    List<String> texts = new ArrayList<>();
    for (Term term : terms) {
      if (!(Meanings.value(term) instanceof StringValue text)) {
        break;
      }
      texts.add(text.text());
    }
    return texts;
  }

  /// The first part of a path, below a package that is known, that neither a rule, a package nor
  /// data defines; empty when all is there.
  private static String missing(List<String> path, Set<String> packages, ScannedPolicies policies) {
    for (int length = path.size() - 1; length > 0; length--) {
      String above = String.join(".", path.subList(0, length));
      if (packages.contains(above)) {
        String whole = above + "." + path.get(length);
        boolean known =
            policies.namesIn(above).contains(path.get(length))
                || packages.stream().anyMatch(p -> p.equals(whole) || p.startsWith(whole + "."))
                || isData(path.subList(0, length + 1), policies.data());
        return known ? "" : whole;
      }
    }
    return "";
  }

  private static boolean isData(List<String> path, ObjectValue data) {
    Value value = data;
    for (String key : path) {
      value = value instanceof ObjectValue object ? object.get(StringValue.of(key)) : null;
    }
    return value != null;
  }
}
