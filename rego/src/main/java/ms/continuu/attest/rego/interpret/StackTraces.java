package ms.continuu.attest.rego.interpret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.rego.ir.Statement;
import ms.continuu.attest.rego.runtime.EvaluationError.StackFrame;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Tells which queries are being evaluated, with the values of the variables in their expressions.
final class StackTraces {
  private static final int TEXT_LIMIT = 80;

  private StackTraces() {}

  static List<StackFrame> of(Activation innermost) {
    List<StackFrame> frames = new ArrayList<>();
    for (Activation a = innermost; a != null; a = a.parent) {
      Statement statement = a.current;
      if (statement == null) {
        frames.add(new StackFrame(a.id, Location.NONE, ""));
      } else {
        String text = text((Expr) statement.origin(), a);
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

  private static String text(Expr expr, Activation a) {
    Location place = expr.location();
    List<Term.Var> read = new ArrayList<>();
    addRead(expr, read);
    List<Splice> splices = new ArrayList<>();
    for (Term.Var variable : read) {
      Splice splice = splice(place, variable, a);
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

  private static @Nullable Splice splice(Location place, Term.Var variable, Activation a) {
    Value value = value(variable.name(), a);
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

  private static @Nullable Value value(String name, Activation a) {
    for (int slot = 0; slot < a.slots.length; slot++) {
      if (a.layout.name(slot).equals(name)) {
        return a.slots[slot];
      }
    }
    return null;
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
