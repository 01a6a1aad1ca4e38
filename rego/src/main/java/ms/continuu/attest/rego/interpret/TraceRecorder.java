package ms.continuu.attest.rego.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.ir.RuleIndex;
import ms.continuu.attest.rego.ir.RuleSet;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.rego.trace.TraceEvent.Op;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Tells tracers what a run does.
final class TraceRecorder {
  private static final Term TEST_CASE =
      new Term.Ref(
          List.of(
              new Term.Var("internal", Location.NONE),
              new Term.Scalar(StringValue.of("test_case"), Location.NONE)),
          Location.NONE);

  private final Machine m;
  private final List<Tracer> tracers;
  private final boolean wantsVariables;

  TraceRecorder(Machine machine, List<Tracer> tracers) {
    m = machine;
    this.tracers = tracers;
    wantsVariables = tracers.stream().anyMatch(Tracer::wantsVariables);
  }

  void enter(Activation a, Object node) {
    tell(Op.ENTER, a, node, place(node), "", null);
  }

  void exit(Activation a, Object node) {
    tell(Op.EXIT, a, node, place(node), a.findOne ? "early" : "", null);
  }

  void redo(Activation a, Object node) {
    tell(Op.REDO, a, node, place(node), "", null);
  }

  void redo(Activation a, Statement statement) {
    tell(Op.REDO, a, statement.origin(), statement.location(), "", null);
  }

  void eval(Activation a, Statement statement) {
    tell(Op.EVAL, a, statement.origin(), statement.location(), "", null);
  }

  void fail(Activation a, Statement statement) {
    tell(Op.FAIL, a, statement.origin(), statement.location(), "", null);
  }

  void fail(Activation a, Object node, Location location) {
    tell(Op.FAIL, a, node, location, "", null);
  }

  void duplicate(Activation a, Object node) {
    tell(Op.DUPLICATE, a, node, place(node), "", null);
  }

  void note(Activation a, String text, Location location) {
    tell(Op.NOTE, a, this, location, text, null);
  }

  /// Tells of a case by a call that has the case's names as values.
  void testCase(Activation a, Value[] arguments, Location location) {
    List<Term> terms = new ArrayList<>();
    terms.add(TEST_CASE);
    for (Value argument : arguments) {
      terms.add(new Term.Scalar(argument, location));
    }
    tell(Op.TEST_CASE, a, Expr.of(new Expr.Call(terms), location), location, "", null);
  }

  /// Whether somebody wants to know of unifications.
  boolean tellsUnifications() {
    return wantsVariables;
  }

  void unify(Activation a, Term left, Term right) {
    Term equality = new Term.Ref(List.of(new Term.Var("eq", Location.NONE)), Location.NONE);
    Expr node = Expr.of(new Expr.Call(List.of(equality, left, right)), Location.NONE);
    tell(Op.UNIFY, a, node, Location.NONE, "", null);
  }

  void index(Activation a, RuleSet set, RuleIndex.Match match, boolean earlyExit) {
    Statement statement = a.current;
    if (statement == null) {
      return;
    }
    int count = match.chains().length;
    String message =
        "(matched "
            + count
            + (count == 1 ? " rule" : " rules")
            + (match.earlyExit() && earlyExit ? ", early exit)" : ")");
    List<Term> ref = new java.util.ArrayList<>();
    ref.add(new Term.Var("data", Location.NONE));
    for (Value part : set.path()) {
      ref.add(new Term.Scalar(part, Location.NONE));
    }
    tell(
        Op.INDEX,
        a,
        statement.origin(),
        statement.location(),
        message,
        new Term.Ref(ref, Location.NONE));
  }

  private static Location place(Object node) {
    return switch (node) {
      case Rule rule -> rule.location();
      case Expr expr -> expr.location();
      case Body body -> body.location();
      default -> Location.NONE;
    };
  }

  private void tell(
      Op op, Activation a, Object node, Location location, String message, Term.@Nullable Ref ref) {
    if (tracers.isEmpty()) {
      return;
    }
    if (location != Location.NONE) {
      a.place = location;
    }
    TraceEvent event =
        new TraceEvent(
            op,
            node,
            a.place,
            a.id,
            a.parent == null ? 0 : a.parent.id,
            wantsVariables ? locals(a) : Map.of(),
            wantsVariables ? KnownDocuments.of(node, m) : Map.of(),
            m.options.rewrittenVars(),
            message,
            ref == null && a instanceof RuleActivation rule && node instanceof Rule
                ? rule.ref()
                : ref);
    for (Tracer tracer : tracers) {
      tracer.trace(event);
    }
  }

  private static Map<String, Value> locals(Activation a) {
    Map<String, Value> locals = new TreeMap<>();
    for (int i = 0; i < a.slots.length && i < a.layout.size(); i++) {
      Value value = a.slots[i];
      if (value != null) {
        locals.put(a.layout.name(i), value);
      }
    }
    return locals;
  }
}
