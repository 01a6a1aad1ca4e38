package ms.continuu.attest.rego.syntax;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;

/// Nodes as OPA prints them in messages and traces, on one line. Not what the formatter writes.
public final class TermText {
  private static final Set<String> KEYWORDS =
      Set.of(
          "not",
          "package",
          "import",
          "as",
          "default",
          "else",
          "with",
          "null",
          "true",
          "false",
          "some",
          "if",
          "contains",
          "in",
          "every");

  /// Operators that a comprehension's head shows between their operands.
  private static final Map<String, String> INFIX =
      Map.ofEntries(
          Map.entry("plus", "+"),
          Map.entry("minus", "-"),
          Map.entry("mul", "*"),
          Map.entry("div", "/"),
          Map.entry("rem", "%"),
          Map.entry("and", "&"),
          Map.entry("or", "|"),
          Map.entry("eq", "="),
          Map.entry("assign", ":="),
          Map.entry("equal", "=="),
          Map.entry("neq", "!="),
          Map.entry("lt", "<"),
          Map.entry("lte", "<="),
          Map.entry("gt", ">"),
          Map.entry("gte", ">="));

  private final StringBuilder text = new StringBuilder();

  private TermText() {}

  public static String of(Term term) {
    TermText printer = new TermText();
    printer.term(term);
    return printer.text.toString();
  }

  public static String of(Expr expr) {
    TermText printer = new TermText();
    printer.expr(expr);
    return printer.text.toString();
  }

  public static String of(Body body) {
    TermText printer = new TermText();
    printer.body(body);
    return printer.text.toString();
  }

  /// The text of the ref of these terms; a string in front has no quotes.
  public static String ofRef(List<Term> terms) {
    TermText printer = new TermText();
    printer.ref(terms);
    return printer.text.toString();
  }

  /// Whether a built-in has an operator that stands between two operands.
  static boolean isInfix(String builtin) {
    return INFIX.containsKey(builtin);
  }

  private void term(Term term) {
    switch (term) {
      case Term.Scalar scalar -> text.append(RegoText.of(scalar.value()));
      case Term.Var variable ->
          text.append(variable.name().startsWith("$") ? "_" : variable.name());
      case Term.Ref ref -> ref(ref.terms());
      case Term.ArrayTerm array -> list("[", array.items(), "]");
      case Term.ObjectTerm object -> object(object);
      case Term.SetTerm set -> {
        if (set.items().isEmpty()) {
          text.append("set()");
        } else {
          list("{", Terms.sorted(set), "}");
        }
      }
      case Term.ArrayComprehension array -> comprehension('[', array.term(), array.body(), ']');
      case Term.SetComprehension set -> comprehension('{', set.term(), set.body(), '}');
      case Term.ObjectComprehension object -> {
        text.append('{');
        head(object.key());
        text.append(": ");
        head(object.value());
        text.append(" | ");
        body(object.body());
        text.append('}');
      }
      case Term.Call call -> call(call.terms());
      case Term.TemplateString template -> template(template);
    }
  }

  private void list(String open, List<Term> terms, String close) {
    text.append(open);
    joined(terms, ", ", TermText::term);
    text.append(close);
  }

  private <T> void joined(List<T> items, String separator, BiConsumer<TermText, T> print) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        text.append(separator);
      }
      print.accept(this, items.get(i));
    }
  }

  private void object(Term.ObjectTerm object) {
    text.append('{');
    joined(
        Terms.sorted(object),
        ", ",
        (printer, entry) -> {
          term(entry.key());
          text.append(": ");
          term(entry.value());
        });
    text.append('}');
  }

  private void ref(List<Term> terms) {
    if (terms.isEmpty()) {
      return;
    }
    if (terms.getFirst() instanceof Term.Scalar scalar
        && scalar.value() instanceof StringValue string) {
      text.append(string.text());
    } else {
      term(terms.getFirst());
    }
    terms.subList(1, terms.size()).forEach(this::part);
  }

  private void part(Term part) {
    if (!(part instanceof Term.Scalar scalar) || !(scalar.value() instanceof StringValue string)) {
      text.append('[');
      term(part);
      text.append(']');
    } else if (isName(string.text()) && !KEYWORDS.contains(string.text())) {
      text.append('.').append(string.text());
    } else {
      text.append('[');
      boolean escaped = string.text().chars().anyMatch(c -> c == '\\' || Character.isISOControl(c));
      text.append(escaped ? RegoText.quote(string.text()) : '"' + string.text() + '"');
      text.append(']');
    }
  }

  /// Whether a string may follow a dot: ASCII letters, digits and underscores, no digit in front.
  public static boolean isName(String string) {
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !string.isEmpty();
  }

  private void call(List<Term> terms) {
    if (!terms.isEmpty()) {
      term(terms.getFirst());
      list("(", terms.subList(1, terms.size()), ")");
    }
  }

  private void comprehension(char open, Term head, Body body, char close) {
    text.append(open);
    head(head);
    text.append(" | ");
    body(body);
    text.append(close);
  }

  private void head(Term term) {
    if (term instanceof Term.Call call && call.terms().size() == 3) {
      String infix = INFIX.get(of(call.operator()));
      if (infix != null) {
        text.append('(');
        head(call.terms().get(1));
        text.append(' ').append(infix).append(' ');
        head(call.terms().get(2));
        text.append(')');
        return;
      }
    }
    term(term);
  }

  private void template(Term.TemplateString template) {
    text.append("$\"");
    for (Term.TemplateString.Part part : template.parts()) {
      switch (part) {
        case Term.TemplateString.Embedded embedded -> {
          text.append('{');
          expr(embedded.expr());
          text.append('}');
        }
        case Term.TemplateString.Text literal -> {
          String shown = RegoText.of(literal.string().value());
          boolean quoted = literal.string().value() instanceof StringValue;
          text.append(quoted ? escapeBraces(shown.substring(1, shown.length() - 1)) : shown);
        }
      }
    }
    text.append('"');
  }

  private static String escapeBraces(String string) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '{' && (i == 0 || string.charAt(i - 1) != '\\')) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private void body(Body body) {
    joined(body.exprs(), "; ", TermText::expr);
  }

  private void expr(Expr expr) {
    if (expr.negated()) {
      text.append("not ");
    }
    switch (expr.form()) {
      case Expr.Single single -> term(single.term());
      case Expr.Call call -> {
        if (call.terms().size() == 3 && of(call.operator()).equals("eq")) {
          term(call.terms().get(1));
          text.append(" = ");
          term(call.terms().get(2));
        } else {
          call(call.terms());
        }
      }
      case Expr.Some some -> some(some);
      case Expr.Every every -> every(every);
      case Expr.Not not -> not(not);
      case Expr.And and -> {
        operand(and.left(), and.explicitLeft(), true, false);
        text.append(" and ");
        operand(and.right(), and.explicitRight(), true, true);
      }
      case Expr.Or or -> {
        operand(or.left(), or.explicitLeft(), false, false);
        text.append(" or ");
        operand(or.right(), or.explicitRight(), false, true);
      }
    }
    for (Expr.With with : expr.withs()) {
      text.append(" with ");
      term(with.target());
      text.append(" as ");
      term(with.value());
    }
  }

  private void some(Expr.Some some) {
    text.append("some ");
    if (some.symbols().getFirst() instanceof Term.Call call) {
      List<Term> operands = call.operands();
      joined(operands.subList(0, operands.size() - 1), ", ", TermText::term);
      text.append(" in ");
      term(operands.getLast());
    } else {
      joined(some.symbols(), ", ", TermText::term);
    }
  }

  private void every(Expr.Every every) {
    text.append("every ");
    if (every.key() != null) {
      term(every.key());
      text.append(", ");
    }
    term(every.value());
    text.append(" in ");
    term(every.domain());
    text.append(" { ");
    body(every.body());
    text.append(" }");
  }

  private void not(Expr.Not not) {
    if (not.explicit() || not.body().exprs().size() != 1) {
      text.append("not {");
      body(not.body());
      text.append('}');
      return;
    }
    Expr only = not.body().exprs().getFirst();
    boolean parentheses =
        !only.withs().isEmpty()
            || switch (only.form()) {
              case Expr.Or or -> true;
              case Expr.And and -> true;
              case Expr.Not inner -> true;
              case Expr.Single single -> beginsWithBrace(single.term());
              case Expr.Call c -> false;
              case Expr.Some s -> false;
              case Expr.Every e -> false;
            };
    text.append("not ");
    parenthesized(not.body(), parentheses);
  }

  private void operand(Body body, boolean explicit, boolean ofAnd, boolean right) {
    if (explicit || body.exprs().size() != 1) {
      text.append("{ ");
      body(body);
      text.append(" }");
      return;
    }
    Expr only = body.exprs().getFirst();
    boolean parentheses =
        !only.withs().isEmpty()
            || switch (only.form()) {
              case Expr.Or or -> ofAnd || right;
              case Expr.And and -> ofAnd && right;
              case Expr.Single single -> beginsWithBrace(single.term());
              case Expr.Not n -> false;
              case Expr.Call c -> false;
              case Expr.Some s -> false;
              case Expr.Every e -> false;
            };
    parenthesized(body, parentheses);
  }

  private void parenthesized(Body body, boolean parentheses) {
    text.append(parentheses ? "(" : "");
    body(body);
    text.append(parentheses ? ")" : "");
  }

  private static boolean beginsWithBrace(Term term) {
    return switch (term) {
      case Term.SetTerm set -> !set.items().isEmpty();
      case Term.ObjectTerm o -> true;
      case Term.SetComprehension s -> true;
      case Term.ObjectComprehension o -> true;
      case Term.Ref ref -> beginsWithBrace(ref.head());
      default -> false;
    };
  }
}
