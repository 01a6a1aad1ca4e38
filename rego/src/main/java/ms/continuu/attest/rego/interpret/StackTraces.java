package ms.continuu.attest.rego.interpret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.EvaluationError.StackFrame;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Tells which queries are being evaluated, with the values of the variables in their expressions.
final class StackTraces {
  private static final int TEXT_LIMIT = 80;

  private StackTraces() {}

  static List<StackFrame> of(Activation innermost) {
    List<StackFrame> frames = new ArrayList<>();
    Activation inner = null;
    for (Activation a = innermost; a != null; inner = a, a = a.parent) {
      Statement statement = a.current;
      if (statement == null) {
        frames.add(new StackFrame(a.id, Location.NONE, ""));
      } else {
        // A program from an image does not know what it was made from.
        String text = statement.origin() instanceof Expr expr ? text(expr, a, inner) : "";
        frames.add(new StackFrame(a.id, statement.location(), shortened(text)));
      }
    }
    return frames;
  }

  /// A text on one line, cut where it is long.
  static String shortened(String text) {
    String line = String.join(" ", text.strip().split("\\s+", -1));
    return line.codePointCount(0, line.length()) > TEXT_LIMIT
        ? line.substring(0, line.offsetByCodePoints(0, TEXT_LIMIT)) + "..."
        : line;
  }

  /// A stretch of the source, and the value to show instead.
  private record Splice(int start, int end, String value) {}

  private static String text(Expr expr, Activation a, @Nullable Activation inner) {
    Location place = expr.location();
    List<Term.Var> read = new ArrayList<>();
    addRead(expr, read);
    List<Splice> splices = new ArrayList<>();
    for (Term.Var variable : read) {
      Splice splice = splice(place, variable, value(variable.name(), a, inner));
      if (splice != null) {
        splices.add(splice);
      }
    }
    splices.sort(Comparator.comparingInt(Splice::start));
    String source = place.text();
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Splice splice : splices) {
      if (splice.start >= from) {
        text.append(source, from, splice.start).append(splice.value);
        from = splice.end;
      }
    }
    return text.append(source, from, source.length()).toString();
  }

  private static @Nullable Splice splice(Location place, Term.Var variable, @Nullable Value value) {
    Location own = variable.location();
    int start = own.start() - place.start();
    int end = own.end() - place.start();
    if (value == null
        || !own.file().equals(place.file())
        || start < 0
        || end <= start
        || end > place.text().length()
        || !place.text().startsWith(own.text(), start)) {
      return null;
    }
    String text = value.toString();
    return text.getBytes(StandardCharsets.UTF_8).length > TEXT_LIMIT
        ? null
        : new Splice(start, end, text);
  }

  private static @Nullable Value value(String name, Activation a, @Nullable Activation inner) {
    for (int slot = 0; slot < a.slots.length; slot++) {
      if (a.layout.name(slot).equals(name)) {
        Value value = a.slots[slot];
        return value == null ? coming(slot, a, inner) : value;
      }
    }
    return null;
  }

  /// The value that a call in progress will give to a slot, when the function's head has it by now.
  private static @Nullable Value coming(int slot, Activation a, @Nullable Activation inner) {
    if (a.current == null
        || !(a.current.operation() instanceof Statement.CallFunction call)
        || !(call.output() instanceof Operand.Local(int output))
        || output != slot
        || !(inner instanceof RuleActivation function)) {
      return null;
    }
    Operand value = function.rule.value();
    return value == null ? null : Patterns.value(value, function.slots);
  }

  /// The variables that an expression reads, but for those that it declares.
  private static void addRead(Expr expr, List<Term.Var> read) {
    switch (expr.form()) {
      case Expr.Single(Term term) -> addRead(term, read);
      case Expr.Call call -> call.operands().forEach(operand -> addRead(operand, read));
      case Expr.Every every -> {
        addRead(every.domain(), read);
        every.body().exprs().forEach(inner -> addRead(inner, read));
      }
      default -> {}
    }
    expr.withs().forEach(with -> addRead(with.value(), read));
  }

  private static void addRead(Term term, List<Term.Var> read) {
    if (Terms.isGround(term)) {
      // As in OPA, the head of a ref counts only where another part of it is a variable.
      return;
    }
    switch (term) {
      case Term.Var var -> read.add(var);
      case Term.Ref ref -> ref.terms().forEach(part -> addRead(part, read));
      case Term.Call call -> call.operands().forEach(part -> addRead(part, read));
      case Term.ArrayTerm array -> array.items().forEach(item -> addRead(item, read));
      case Term.SetTerm set -> set.items().forEach(item -> addRead(item, read));
      case Term.ObjectTerm object -> {
        for (Term.Entry entry : object.entries()) {
          addRead(entry.key(), read);
          addRead(entry.value(), read);
        }
      }
      default -> {}
    }
  }
}
