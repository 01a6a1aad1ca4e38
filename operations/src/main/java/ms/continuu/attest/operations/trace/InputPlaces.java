package ms.continuu.attest.operations.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.policy.Subject;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.trace.TraceEvent;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What the parts of expressions stand for, and where that stands in the file of the input.
///
/// @param input what the rule was given
/// @param at where in it the subject stands
record InputPlaces(Subject subject, Value input, List<Value> at) {

  /// The variables and refs of an expression, outer ones first.
  ///
  /// @param locals the values of the variables
  /// @param origins what generated variables were made for
  /// @param present what `input` is there; null when it is not known
  List<Attempt.Known> known(
      Expr expr,
      TraceEvent event,
      Map<String, Value> locals,
      Map<String, Term> origins,
      @Nullable Value present) {
    Reading reading = new Reading(event, locals, origins, present);
    reading.expr(expr);
    return reading.found;
  }

  private final class Reading {
    private final TraceEvent event;
    private final Map<String, Value> locals;
    private final Map<String, Term> origins;
    private final @Nullable Value present;
    private final List<Attempt.Known> found = new ArrayList<>();

    Reading(
        TraceEvent event,
        Map<String, Value> locals,
        Map<String, Term> origins,
        @Nullable Value present) {
      this.event = event;
      this.locals = locals;
      this.origins = origins;
      this.present = present;
    }

    void expr(Expr expr) {
      switch (expr.form()) {
        case Expr.Single(Term term) -> term(term);
        case Expr.Call call -> call.operands().forEach(this::term);
        case Expr.Some some -> some.symbols().forEach(this::term);
        case Expr.Every every -> term(every.domain());
        case Expr.Not(Body body, boolean explicit, Location place) ->
            body.exprs().forEach(this::expr);
        case Expr.And and -> {}
        case Expr.Or or -> {}
      }
    }

    private void term(Term term) {
      switch (term) {
        case Term.Var variable -> variable(variable);
        case Term.Ref ref -> ref(ref);
        case Term.Call call -> call.operands().forEach(this::term);
        case Term.ArrayTerm array -> array.items().forEach(this::term);
        case Term.SetTerm set -> set.items().forEach(this::term);
        case Term.ObjectTerm object ->
            object
                .entries()
                .forEach(entry -> {
                  term(entry.key());
                  term(entry.value());
                });
        case Term.Scalar s -> {}
        case Term.ArrayComprehension c -> {}
        case Term.SetComprehension c -> {}
        case Term.ObjectComprehension c -> {}
        case Term.TemplateString t -> {}
      }
    }

    private void variable(Term.Var variable) {
      Value value = locals.get(variable.name());
      Term origin = origins.get(variable.name());
      if (origin instanceof Term.Ref ref) {
        ref(ref);
      } else if (origin instanceof Term.Call call) {
        add(text(origin), value, null);
        call.operands().forEach(this::term);
      } else {
        String name = name(variable);
        if (!name.startsWith("$") && !name.startsWith("__local") && value != null) {
          add(name, value, place(value));
        }
      }
    }

    /// A ref into the input, or into what a variable stands for.
    private void ref(Term.Ref ref) {
      boolean ofInput = ref.head() instanceof Term.Var head && head.name().equals("input");
      Value base =
          ofInput ? present : ref.head() instanceof Term.Var head ? locals.get(head.name()) : null;
      if (base == null || ref.terms().size() == 1) {
        Value known = ofInput ? null : event.known().get(TermText.of(ref));
        if (known != null) {
          add(text(ref), known, place(known));
        }
        return;
      }
      List<Value> path = new ArrayList<>();
      Value value = base;
      for (Term step : ref.terms().subList(1, ref.terms().size())) {
        Value key =
            switch (step) {
              case Term.Scalar scalar -> scalar.value();
              case Term.Var each -> locals.get(each.name());
              default -> null;
            };
        if (key == null) {
          // What is iterated over, as nothing was found in it.
          add(
              TermText.of(new Term.Ref(shown(ref, path.size()), Location.NONE)),
              value,
              within(base, path));
          return;
        }
        path.add(key);
        value = value == null ? null : member(value, key);
      }
      add(text(ref), value, within(base, path));
    }

    /// The head of a ref and so many of its parts, as the user wrote them.
    private List<Term> shown(Term.Ref ref, int parts) {
      List<Term> terms = new ArrayList<>(ref.terms().subList(0, parts + 1));
      if (terms.getFirst() instanceof Term.Var head) {
        terms.set(0, new Term.Var(name(head), Location.NONE));
      }
      return terms;
    }

    private String name(Term.Var variable) {
      return event.rewrittenVars().getOrDefault(variable.name(), variable.name());
    }

    private String text(Term term) {
      if (term.location().row() > 0) {
        return AttemptTree.written(term.location());
      }
      return switch (term) {
        case Term.Ref ref ->
            TermText.of(new Term.Ref(shown(ref, ref.terms().size() - 1), Location.NONE));
        case Term.Call call -> {
          List<String> operands = call.operands().stream().map(this::operand).toList();
          yield TermText.of(call.operator()) + "(" + String.join(", ", operands) + ")";
        }
        case Term.Var variable -> name(variable);
        default -> TermText.of(term);
      };
    }

    private String operand(Term term) {
      Term origin = term instanceof Term.Var variable ? origins.get(variable.name()) : null;
      return text(origin == null ? term : origin);
    }

    private void add(String text, @Nullable Value value, @Nullable Location place) {
      found.add(new Attempt.Known(text, value, place));
    }
  }

  /// Where a path leads that begins at the input, or at a value of it.
  private @Nullable Location within(Value base, List<Value> path) {
    if (base == input) {
      boolean inside = path.size() >= at.size() && path.subList(0, at.size()).equals(at);
      return inside ? subject.locate(path.subList(at.size(), path.size())) : null;
    }
    List<Value> start = pathTo(base);
    if (start == null) {
      return null;
    }
    List<Value> whole = new ArrayList<>(start);
    whole.addAll(path);
    return subject.locate(whole);
  }

  private @Nullable Location place(Value value) {
    List<Value> path = pathTo(value);
    return path == null ? null : subject.locate(path);
  }

  /// The path to a collection of the subject: to the very one, not to one that is alike.
  private @Nullable List<Value> pathTo(Value wanted) {
    boolean isCollection = wanted instanceof ObjectValue || wanted instanceof ArrayValue;
    List<Value> path = new ArrayList<>();
    return isCollection && find(subject.value(), wanted, path) ? path : null;
  }

  private static boolean find(Value among, Value wanted, List<Value> path) {
    if (among == wanted) {
      return true;
    }
    if (among instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        path.add(object.keyAt(i));
        if (find(object.valueAt(i), wanted, path)) {
          return true;
        }
        path.removeLast();
      }
    } else if (among instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        path.add(NumberValue.of(i));
        if (find(array.get(i), wanted, path)) {
          return true;
        }
        path.removeLast();
      }
    }
    return false;
  }

  private static @Nullable Value member(Value value, Value key) {
    return switch (value) {
      case ObjectValue object -> object.get(key);
      case SetValue set -> set.contains(key) ? key : null;
      case ArrayValue array
          when key instanceof NumberValue index
              && index.isLong()
              && index.longValue() >= 0
              && index.longValue() < array.size() ->
          array.get((int) index.longValue());
      default -> null;
    };
  }
}
