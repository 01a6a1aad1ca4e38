package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import ms.continuu.attest.rego.syntax.Annotations;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;

/// A module on its way through the phases.
final class ModuleDraft {
  private final String name;
  private final Module parsed;
  private final List<RuleDraft> rules = new ArrayList<>();
  private List<Annotations> annotations;

  ModuleDraft(String name, Module parsed) {
    this.name = name;
    this.parsed = parsed;
    this.annotations = parsed.annotations();
    parsed.rules().forEach(rule -> rules.add(new RuleDraft(this, rule)));
  }

  String name() {
    return name;
  }

  Module parsed() {
    return parsed;
  }

  List<Module.Import> imports() {
    return parsed.imports();
  }

  List<Annotations> annotations() {
    return annotations;
  }

  void annotations(List<Annotations> found) {
    annotations = List.copyOf(found);
  }

  /// The rules, without those of their `else`.
  List<RuleDraft> rules() {
    return rules;
  }

  /// The path of the package, with `data`.
  List<Term> path() {
    return parsed.packageDeclaration().path().terms();
  }

  Location packageLocation() {
    return parsed.packageDeclaration().location();
  }

  RegoVersion version() {
    return parsed.version();
  }

  /// Whether the rules of v1 hold for it.
  boolean isV1() {
    return parsed.version() != RegoVersion.V0;
  }

  /// Visits rules and those of their `else`.
  ///
  /// @param stops told a rule; true passes over its `else`
  void visitRules(Predicate<RuleDraft> stops) {
    for (RuleDraft rule : rules) {
      for (RuleDraft each = rule; each != null && !stops.test(each); ) {
        each = each.otherwise;
      }
    }
  }

  /// The module as it now stands, without imports.
  Module publish() {
    return new Module(
        parsed.source(),
        parsed.version(),
        parsed.packageDeclaration(),
        List.of(),
        rules.stream().map(RuleDraft::publish).toList(),
        annotations,
        parsed.comments());
  }
}
