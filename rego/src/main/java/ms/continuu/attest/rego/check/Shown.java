package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;

/// Refs as the user wrote them: generated variables have their old names, or the terms that they
/// stand for.
final class Shown extends Rewriter {
  private final Map<String, Term> subjects;
  private final List<Map<String, String>> names;

  private Shown(Map<String, Term> subjects, List<Map<String, String>> names) {
    this.subjects = subjects;
    this.names = names;
  }

  static Shown names(Map<String, String> names) {
    return new Shown(Map.of(), List.of(names));
  }

  static Shown terms(Map<String, Term> subjects, List<Map<String, String>> names) {
    return new Shown(subjects, names);
  }

  List<Term> ref(List<Term> ref) {
    List<Term> shown = new ArrayList<>(ref.size());
    ref.forEach(part -> shown.add(term(part)));
    return shown;
  }

  String text(List<Term> ref) {
    return TermText.ofRef(ref(ref));
  }

  @Override
  Term term(Term term) {
    if (!(term instanceof Term.Var variable)) {
      return parts(term);
    }
    Term subject = subjects.get(variable.name());
    if (subject != null) {
      return term(subject);
    }
    for (Map<String, String> each : names) {
      String name = each.get(variable.name());
      if (name != null) {
        return new Term.Var(name, variable.location());
      }
    }
    return term;
  }
}
