package ms.continuu.attest.operations.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Makes a tree of the events of a run: rules and bodies, their expressions, and what those
/// evaluate in turn.
final class AttemptTree implements Tracer {
  /// Nobody reads more than this.
  private static final int MOST_STEPS = 200_000;

  private final Map<Long, Node> nodes = new HashMap<>();
  private final List<Node> roots = new ArrayList<>();
  private final InputPlaces places;
  private int steps;

  AttemptTree(InputPlaces places) {
    this.places = places;
  }

  /// A query under way.
  private static final class Node {
    final String name;
    final Location location;
    final List<Visit> visits = new ArrayList<>();

    /// What generated variables were made for.
    final Map<String, Term> origins = new HashMap<>();

    /// What `input` is within it, as far as that is known: `with` may replace it.
    final @Nullable Value input;

    /// The expression that is asked for a further solution, or null.
    @Nullable Visit redone;

    boolean holds;
    @Nullable Value value;

    Node(String name, Location location, @Nullable Value input) {
      this.name = name;
      this.location = location;
      this.input = input;
    }

    /// The expression that what comes now belongs to, or null.
    @Nullable Visit current() {
      return redone != null ? redone : visits.isEmpty() ? null : visits.getLast();
    }

    /// The expression before has a solution, with these values; a further one when it was redone.
    void settle(Map<String, Value> locals) {
      Visit again = redone;
      if (again != null) {
        Visit further = new Visit(again.event);
        further.isPart = again.isPart;
        further.after = again.after;
        visits.add(further);
        redone = null;
      }
      if (!visits.isEmpty() && !visits.getLast().failed) {
        visits.getLast().locals = locals;
      }
    }
  }

  /// An expression under way.
  private static final class Visit {
    final TraceEvent event;
    final List<Node> within = new ArrayList<>();

    /// The event that told how it went.
    TraceEvent after;

    Map<String, Value> locals;
    boolean failed;

    /// Whether it computes a part of an expression that stands after it.
    boolean isPart;

    Visit(TraceEvent event) {
      this.event = event;
      this.after = event;
      this.locals = event.locals();
    }
  }

  @Override
  public void trace(TraceEvent event) {
    switch (event.op()) {
      case ENTER -> enter(event);
      case EVAL -> eval(event);
      case FAIL -> fail(event);
      case EXIT -> {
        Node node = nodes.get(event.queryId());
        if (node != null) {
          node.settle(event.locals());
          node.holds = true;
          node.value = value(event);
        }
      }
      case REDO -> redo(event);
      case NOTE, INDEX, UNIFY, FAILED_ASSIGNMENT, DUPLICATE, TEST_CASE -> {}
    }
  }

  private void enter(TraceEvent event) {
    String name =
        event.node() instanceof Rule
            ? event.ref() == null ? "" : TermText.of(event.ref()).replaceFirst("^data\\.", "")
            : "";
    Node parent = nodes.get(event.parentId());
    Visit visit = parent == null ? null : parent.current();
    Node node =
        new Node(
            name,
            event.location(),
            parent == null || visit == null ? places.input() : input(parent, visit.event));
    if (visit == null) {
      roots.add(node);
    } else {
      visit.within.add(node);
    }
    nodes.put(event.queryId(), node);
  }

  /// The input of what an expression evaluates.
  private static @Nullable Value input(Node node, TraceEvent event) {
    Value input = node.input;
    for (Expr.With with : ((Expr) event.node()).withs()) {
      if (with.target() instanceof Term.Ref target && isInput(target.head())) {
        input = target.terms().size() == 1 ? value(with.value(), event) : null;
      } else if (isInput(with.target())) {
        input = value(with.value(), event);
      }
    }
    return input;
  }

  private static boolean isInput(Term term) {
    return term instanceof Term.Var variable && variable.name().equals("input");
  }

  /// What a rule came to.
  private static @Nullable Value value(TraceEvent event) {
    Term value = event.node() instanceof Rule rule ? rule.head().value() : null;
    return value == null ? null : value(value, event);
  }

  private static @Nullable Value value(Term term, TraceEvent event) {
    return switch (term) {
      case Term.Scalar scalar -> scalar.value();
      case Term.Var variable -> event.locals().get(variable.name());
      default -> null;
    };
  }

  private void eval(TraceEvent event) {
    Node node = nodes.get(event.queryId());
    if (node == null || !(event.node() instanceof Expr expr) || steps++ > MOST_STEPS) {
      return;
    }
    node.settle(event.locals());
    Visit visit = new Visit(event);
    node.visits.add(visit);
    visit.isPart = expr.form() instanceof Expr.Call call && isPart(call, event, node);
  }

  /// `__local3__ = input.a.b`, and `count(x, __local4__)`, compute what stands in a later
  /// expression: there what was written is shown in the place of the variable.
  private static boolean isPart(Expr.Call call, TraceEvent event, Node node) {
    List<Term> operands = call.operands();
    boolean binds = TermText.of(call.operator()).equals("eq");
    if (binds && operands.size() == 2) {
      return addOrigin(operands.getFirst(), operands.get(1), event, node);
    }
    List<Term> terms = call.terms().subList(0, call.terms().size() - 1);
    return !binds
        && operands.size() > 1
        && addOrigin(operands.getLast(), new Term.Call(terms, Location.NONE), event, node);
  }

  private static boolean addOrigin(Term variable, Term origin, TraceEvent event, Node node) {
    if (!(variable instanceof Term.Var generated)
        || !generated.name().startsWith("__local")
        || !event.rewrittenVars().getOrDefault(generated.name(), "__local").startsWith("__local")) {
      return false;
    }
    node.origins.putIfAbsent(generated.name(), origin);
    return true;
  }

  private void fail(TraceEvent event) {
    Visit visit = visit(event);
    if (visit != null) {
      visit.failed = true;
      visit.after = event;
      visit.locals = event.locals();
    }
  }

  private void redo(TraceEvent event) {
    Visit visit = visit(event);
    Node node = nodes.get(event.queryId());
    if (visit != null && node != null && !visit.failed) {
      visit.after = event;
      node.redone = visit;
    }
  }

  /// The latest evaluation of an event's expression.
  private @Nullable Visit visit(TraceEvent event) {
    Node node = nodes.get(event.queryId());
    if (node == null || !(event.node() instanceof Expr expr)) {
      return null;
    }
    for (Visit visit : node.visits.reversed()) {
      if (((Expr) visit.event.node()).index() == expr.index()) {
        return visit;
      }
    }
    return null;
  }

  /// The attempts at a rule, in the order of its definitions.
  ///
  /// @param name its package and name
  List<Attempt> attemptsAt(String name) {
    List<Attempt> found = new ArrayList<>();
    collect(roots, name, found);
    return found;
  }

  private void collect(List<Node> among, String name, List<Attempt> found) {
    for (Node node : among) {
      if (node.name.equals(name)) {
        found.add(attempt(node));
      } else {
        node.visits.forEach(visit -> collect(visit.within, name, found));
      }
    }
  }

  private Attempt attempt(Node node) {
    List<Attempt.Step> made = new ArrayList<>();
    List<Node> within = new ArrayList<>();
    for (Visit visit : node.visits) {
      within.addAll(visit.within);
      // What computes a part is of interest when that is where it failed.
      if (visit.failed || !visit.isPart) {
        made.add(step(visit, within, node));
        within.clear();
      }
    }
    return new Attempt(node.name, node.location, node.holds, node.value, made);
  }

  private Attempt.Step step(Visit visit, List<Node> within, Node node) {
    Expr expr = (Expr) visit.event.node();
    Map<String, Attempt.Known> values = new LinkedHashMap<>();
    for (Attempt.Known known :
        places.known(expr, visit.after, visit.locals, node.origins, node.input)) {
      values.putIfAbsent(known.text(), known);
    }
    return new Attempt.Step(
        written(visit.event.location()),
        visit.event.location(),
        !visit.failed,
        expr.negated() || expr.form() instanceof Expr.Not,
        List.copyOf(values.values()),
        within.stream().map(this::attempt).toList());
  }

  /// The text of an expression on one line.
  static String written(Location location) {
    return location.text().strip().replaceAll("\\s+", " ");
  }
}
