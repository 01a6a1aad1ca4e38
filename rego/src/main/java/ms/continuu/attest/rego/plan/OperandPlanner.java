package ms.continuu.attest.rego.plan;

import java.util.IdentityHashMap;
import java.util.List;
import ms.continuu.attest.rego.check.ComprehensionKeys;
import ms.continuu.attest.rego.ir.DocumentNode;
import ms.continuu.attest.rego.ir.Layout;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Operand.Comprehension.Kind;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.Constants;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Plans terms.
final class OperandPlanner {
  private final Planner planner;
  private final BlockPlanner blocks;
  private final Layout layout;

  /// The variables that comprehensions are indexed by.
  private final IdentityHashMap<Term, List<String>> indexes = new IdentityHashMap<>();

  OperandPlanner(Planner planner, BlockPlanner blocks, Layout layout) {
    this.planner = planner;
    this.blocks = blocks;
    this.layout = layout;
  }

  /// Finds what comprehensions of a body can be indexed by.
  void index(Body body, List<Term> parameters) {
    indexes.putAll(ComprehensionKeys.of(body, parameters, planner::arity));
  }

  Operand[] plan(List<Term> terms) {
    Operand[] planned = new Operand[terms.size()];
    for (int i = 0; i < planned.length; i++) {
      planned[i] = plan(terms.get(i));
    }
    return planned;
  }

  Operand plan(Term term) {
    Value constant = Constants.valueOf(term);
    if (constant != null) {
      return new Operand.Constant(constant);
    }
    return switch (term) {
      case Term.Scalar scalar -> new Operand.Constant(scalar.value());
      case Term.Var var -> isRoot(var) ? ref(List.of(var)) : blocks.local(var.name());
      case Term.Ref ref -> ref(ref.terms());
      case Term.ArrayTerm array -> new Operand.ArrayOf(plan(array.items()));
      case Term.SetTerm set -> new Operand.SetOf(plan(Terms.sorted(set)));
      case Term.ObjectTerm object ->
          new Operand.ObjectOf(
              plan(Terms.sorted(object).stream().map(Term.Entry::key).toList()),
              plan(Terms.sorted(object).stream().map(Term.Entry::value).toList()));
      case Term.ArrayComprehension c -> comprehension(Kind.ARRAY, c, null, c.term(), c.body());
      case Term.SetComprehension c -> comprehension(Kind.SET, c, null, c.term(), c.body());
      case Term.ObjectComprehension c ->
          comprehension(Kind.OBJECT, c, c.key(), c.value(), c.body());
      case Term.Call call -> throw new IllegalStateException("a call that was not lifted");
      case Term.TemplateString t ->
          throw new IllegalStateException("a template string that was not lifted");
    };
  }

  private Operand comprehension(Kind kind, Term origin, @Nullable Term key, Term value, Body body) {
    Operand plannedKey = key == null ? null : plan(key);
    List<Operand.Local> keys =
        indexes.getOrDefault(origin, List.of()).stream().map(blocks::local).toList();
    return new Operand.Comprehension(
        kind,
        plannedKey,
        plan(value),
        blocks.block(body),
        layout,
        keys,
        key == null ? origin.location() : key.location());
  }

  private static boolean isRoot(Term term) {
    return term instanceof Term.Var var
        && (var.name().equals("data") || var.name().equals("input"));
  }

  private Operand ref(List<Term> terms) {
    Operand[] path = plan(terms.subList(1, terms.size()));
    Term head = terms.getFirst();
    if (!isRoot(head)) {
      Operand.Local local = head instanceof Term.Var var ? blocks.local(var.name()) : null;
      return new Operand.LocalReference(local, path);
    }
    return ((Term.Var) head).name().equals("input") ? new Operand.InputReference(path) : data(path);
  }

  private Operand data(Operand[] path) {
    DocumentNode node = planner.root();
    int end = 0;
    while (node != null
        && node.rules() == null
        && end < path.length
        && path[end] instanceof Operand.Constant(Value key)) {
      node = node.child(key);
      end++;
    }
    RuleSet rules = node == null ? null : node.rules();
    return new Operand.DataReference(path, constants(path), end, node, rules);
  }

  private static Value @Nullable [] constants(Operand[] path) {
    Value[] values = new Value[path.length];
    for (int i = 0; i < path.length; i++) {
      if (!(path[i] instanceof Operand.Constant(Value value))) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }
}
