package ms.continuu.attest.rego.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The expression of an event as it stands in its file, with the values of its variables below it:
///
/// ```
/// x == 2
/// |
/// 1
/// ```
public final class FailedExpression {
  private static final int MAX_VALUE_WIDTH = 64;

  private final TraceEvent event;
  private final Map<String, Shown> shown = new HashMap<>();
  private final Map<String, Value> byUserName = new HashMap<>();

  /// A part of the expression with its value; null when it has none.
  private record Shown(String title, @Nullable Value value, Location location) {
    int row() {
      return location.row();
    }

    int column() {
      return location.column();
    }

    String text() {
      return value == null ? "undefined" : value.toString();
    }
  }

  private FailedExpression(TraceEvent event) {
    this.event = event;
    event
        .locals()
        .forEach((generated, value) ->
            byUserName.put(event.rewrittenVars().getOrDefault(generated, generated), value));
  }

  /// The expression alone, in its column.
  public static String text(TraceEvent event) {
    return padded(event.location());
  }

  /// The expression, and below it the values of its variables.
  public static String withVariables(TraceEvent event) {
    if (!(event.node() instanceof Expr expr)) {
      return "";
    }
    FailedExpression failed = new FailedExpression(event);
    failed.visit(expr, true, !expr.negated());
    Body written = failed.asWritten();
    if (written != null) {
      written.exprs().forEach(each -> failed.visit(each, false, false));
    }
    StringBuilder out = new StringBuilder(padded(event.location()));
    failed.write(out);
    return out.toString();
  }

  /// The expression's own text, parsed where it stands.
  private @Nullable Body asWritten() {
    Location place = event.location();
    String text = place.source().text();
    StringBuilder alone = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kept = i >= place.start() && i < place.end() || c == '\n' || c == '\t';
      alone.append(kept ? c : ' ');
    }
    SourceFile source = new SourceFile(place.file(), alone.toString());
    return Parser.body(source, ParseOptions.of(RegoVersion.V1)).tree();
  }

  private static String padded(Location place) {
    StringBuilder text = new StringBuilder();
    String line = place.source().line(place.row());
    for (int i = 1; i < place.column(); i++) {
      text.append(i <= line.length() && line.charAt(i - 1) == '\t' ? '\t' : ' ');
    }
    return text.append(place.text()).toString();
  }

  /// @param generated variables have the names that the check gave them
  /// @param unknownIsUndefined variables without value are shown as undefined
  private void visit(Expr expr, boolean generated, boolean unknownIsUndefined) {
    switch (expr.form()) {
      case Expr.Single single -> visit(single.term(), generated, unknownIsUndefined);
      case Expr.Call call ->
          call.operands().forEach(term -> visit(term, generated, unknownIsUndefined));
      case Expr.Some some -> {}
      case Expr.Every every -> visit(every.domain(), generated, unknownIsUndefined);
      case Expr.Not not ->
          not.body().exprs().forEach(each -> visit(each, generated, unknownIsUndefined));
      case Expr.And and -> {}
      case Expr.Or or -> {}
    }
    expr.withs().forEach(with -> visit(with.value(), generated, unknownIsUndefined));
  }

  private void visit(Term term, boolean generated, boolean unknownIsUndefined) {
    switch (term) {
      case Term.Var variable -> addVariable(variable, generated, unknownIsUndefined);
      case Term.Ref ref -> {
        Value selected = selected(ref, generated);
        if (selected == null && generated) {
          selected = event.known().get(TermText.of(ref));
        }
        if (selected != null && ref.location().row() > 0) {
          add(new Shown(ref.location().text(), selected, ref.location()));
        }
        ref.terms().forEach(part -> visit(part, generated, unknownIsUndefined));
      }
      case Term.ArrayTerm array ->
          array.items().forEach(item -> visit(item, generated, unknownIsUndefined));
      case Term.SetTerm set ->
          set.items().forEach(item -> visit(item, generated, unknownIsUndefined));
      case Term.ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                visit(entry.key(), generated, unknownIsUndefined);
                visit(entry.value(), generated, unknownIsUndefined);
              });
      case Term.Call call ->
          call.operands().forEach(operand -> visit(operand, generated, unknownIsUndefined));
      case Term.ArrayComprehension c -> {}
      case Term.SetComprehension c -> {}
      case Term.ObjectComprehension c -> {}
      case Term.TemplateString t -> {}
      case Term.Scalar s -> {}
    }
  }

  private @Nullable Value local(String name, boolean generated) {
    return generated ? event.locals().get(name) : byUserName.get(name);
  }

  private void addVariable(Term.Var variable, boolean generated, boolean unknownIsUndefined) {
    Value value = local(variable.name(), generated);
    boolean isKnown =
        value != null || generated && event.rewrittenVars().containsKey(variable.name());
    boolean told = (isKnown || unknownIsUndefined) && variable.location().row() > 0;
    if (told) {
      add(new Shown(variable.location().text(), value, variable.location()));
    }
  }

  private void add(Shown added) {
    Shown present = shown.get(added.title());
    if (present == null || present.value() == null) {
      shown.put(added.title(), added);
    }
  }

  /// What a ref selects from a local variable, or null.
  private @Nullable Value selected(Term.Ref ref, boolean generated) {
    if (ref.terms().size() < 2 || !(ref.head() instanceof Term.Var base)) {
      return null;
    }
    Value value = local(base.name(), generated);
    for (Term part : ref.terms().subList(1, ref.terms().size())) {
      Value key =
          switch (part) {
            case Term.Scalar scalar -> scalar.value();
            case Term.Var variable -> local(variable.name(), generated);
            default -> null;
          };
      value = key == null || value == null ? null : member(value, key);
    }
    return value;
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

  private void write(StringBuilder out) {
    List<Shown> parts = new ArrayList<>(shown.values());
    if (parts.isEmpty()) {
      return;
    }
    boolean tabs = parts.stream().anyMatch(part -> !tabs(part).isEmpty());
    boolean rows = parts.stream().mapToInt(Shown::row).distinct().count() > 1;
    if (tabs && rows) {
      out.append("\n\nWhere:\n");
      new TreeMap<>(shown)
          .values()
          .forEach(part -> out.append('\n').append(part.title()).append(": ").append(cut(part)));
      return;
    }
    parts.sort(
        Comparator.comparingInt(Shown::column)
            .thenComparing(Comparator.comparingInt(Shown::row).reversed())
            .thenComparing(Shown::title));
    out.append('\n');
    arrows(out, parts, -1);
    for (int i = parts.size() - 1; i >= 0; i--) {
      out.append('\n');
      arrows(out, parts, i);
    }
  }

  /// One line: a bar below each part, and the value of the part at an index.
  private static void arrows(StringBuilder out, List<Shown> parts, int valueAt) {
    int end = valueAt < 0 ? parts.size() : valueAt + 1;
    int before = 0;
    for (int i = 0; i < end; i++) {
      Shown part = parts.get(i);
      boolean last = i == end - 1;
      if (!last && part.column() == parts.get(i + 1).column()) {
        continue;
      }
      for (int column = before + 1; column < part.column(); column++) {
        out.append(tabs(part).contains(column) ? '\t' : ' ');
      }
      if (last && valueAt >= 0) {
        boolean shared =
            i > 0 && part.column() == parts.get(i - 1).column()
                || i < parts.size() - 1 && part.column() == parts.get(i + 1).column();
        out.append(shared ? part.title() + ": " : "").append(cut(part));
      } else {
        out.append('|');
      }
      before = part.column();
    }
  }

  /// The columns of tabs before a part, in its line.
  private static List<Integer> tabs(Shown part) {
    List<Integer> tabs = new ArrayList<>();
    String line = part.location().source().line(part.row());
    for (int i = 0; i < Math.min(line.length(), part.column() - 1); i++) {
      if (line.charAt(i) == '\t') {
        tabs.add(i + 1);
      }
    }
    return tabs;
  }

  private static String cut(Shown part) {
    byte[] bytes = part.text().getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MAX_VALUE_WIDTH
        ? part.text()
        : new String(bytes, 0, MAX_VALUE_WIDTH - 3, StandardCharsets.UTF_8) + "...";
  }
}
