package ms.continuu.attest.rego.check;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;

/// The refs in a rule to what rules may define, as the rule was when the graph was made.
record RuleRefs(Rule.Head head, Body body) {

  /// Told each ref.
  interface Reader {
    /// @param ref as it stands in the rule
    /// @param selecting the ref with its variables narrowed, when that leaves a single one
    /// @param looked a ref that rules are looked up with: one of what `ref` can be
    /// @param at the index of the expression it stands in; behind the last for the head
    void read(List<Term> ref, List<Term> selecting, List<Term> looked, int at);
  }

  void forEach(Reader reader) {
    RefNarrowing[] narrowing = {null};
    int[] at = {0};
    Walk walk =
        Walk.ofTerms(term -> {
          if (term instanceof Term.Ref ref && RuleTree.isData(ref.head())) {
            if (!RefNarrowing.hasVariablePart(ref.terms())) {
              reader.read(ref.terms(), ref.terms(), ref.terms(), at[0]);
            } else {
              RefNarrowing known = narrowing[0] == null ? new RefNarrowing(body) : narrowing[0];
              narrowing[0] = known;
              readNarrowed(reader, ref.terms(), known.before(at[0]), at[0]);
            }
          }
          return true;
        });
    for (int i = 0; i < body.exprs().size(); i++) {
      at[0] = i;
      walk.visit(body.exprs().get(i));
    }
    at[0] = body.exprs().size();
    walk.visit(head);
  }

  private static void readNarrowed(
      Reader reader, List<Term> ref, Map<String, List<Term>> known, int at) {
    if (known.isEmpty()) {
      reader.read(ref, ref, ref, at);
      return;
    }
    List<List<Term>> expanded = RefNarrowing.expand(ref, known);
    List<Term> selecting = expanded.size() == 1 ? expanded.getFirst() : ref;
    expanded.forEach(each -> reader.read(ref, selecting, each, at));
  }
}
