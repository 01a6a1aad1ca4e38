package ms.continuu.attest.rego.syntax;

import java.util.List;
import java.util.Set;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// `and`, `or` and `not` between and before expressions, with bodies in braces and groups in
/// parentheses as operands.
final class LogicalParser {
  /// Built-ins without a value: a body of their calls cannot fail.
  private static final Set<String> VOID = Set.of("print", "internal.print", "internal.test_case");

  private final Grammar grammar;
  private final Cursor cursor;

  LogicalParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /// What an operator or `not` applies to.
  ///
  /// @param explicit written in braces
  record Operand(Body body, boolean explicit, Location location) {
    static Operand of(Expr expr) {
      return new Operand(Nodes.bodyOf(expr), false, expr.location());
    }
  }

  /// Braces or parentheses that are an operand for sure; null within when it is a broken one.
  record Group(@Nullable Operand operand) {
    static final Group BROKEN = new Group(null);
  }

  /// Whether `and` or `or` are keywords here.
  boolean isActive() {
    return cursor.keywords().isActive("and") || cursor.keywords().isActive("or");
  }

  /// Steps over a `not` that is none of a ref's names; where it stands, or null.
  @Nullable Location negation() {
    if (!cursor.at(Token.NOT)) {
      return null;
    }
    Token next = cursor.peekRaw();
    if (next == Token.DOT || next == Token.LEFT_BRACKET) {
      return null;
    }
    Location place = cursor.here();
    cursor.scan();
    return place;
  }

  /// A node of `not` around an expression.
  Expr negation(Location not, Expr expr) {
    return negation(not, new Operand(Nodes.bodyOf(expr), false, expr.location()));
  }

  private Expr negation(Location not, Operand operand) {
    Location place = cursor.extend(not);
    return Expr.of(new Expr.Not(operand.body(), operand.explicit(), place), place);
  }

  @Nullable Operand negated(Location not, @Nullable Operand operand) {
    return operand == null ? null : Operand.of(negation(not, operand));
  }

  /// A body in braces with an operator behind, at the start of an expression; null when the braces
  /// are something else.
  @Nullable Group leadingBody() {
    Cursor.State mark = cursor.save();
    TermCache.Entry cached = grammar.cache.save();
    Location open = cursor.here();
    cursor.scan();
    Body body = grammar.literals.body(Token.RIGHT_BRACE);
    if (body != null) {
      cursor.scan();
      if (atOperator()) {
        if (isAmbiguousUnion(body)) {
          errorAmbiguousUnion(open, body, "");
          return Group.BROKEN;
        }
        return new Group(new Operand(body, true, open));
      }
    }
    cursor.restore(mark);
    grammar.cache.restore(cached);
    return null;
  }

  private boolean atOperator() {
    return cursor.at(Token.AND) || cursor.at(Token.OR);
  }

  /// The whole expression that begins with an operand.
  @Nullable Expr continued(@Nullable Operand first) {
    if (first == null) {
      return null;
    }
    Expr expr = atOperator() ? orChain(first) : first.body().exprs().getFirst();
    return expr == null ? null : grammar.literals.modified(expr);
  }

  /// The whole expression that begins with a plain one, an operator behind it.
  @Nullable Expr chainAfter(Expr expr, @Nullable Location withAt, boolean negated) {
    String operator = cursor.token().text();
    if (withAt != null) {
      errorWithOnOperand(withAt, operator);
      return null;
    }
    String text = expr.location().text();
    if (!negated && text.startsWith("{")) {
      if (expr.form() instanceof Expr.Single(Term.ObjectTerm object)
          && object.entries().isEmpty()) {
        cursor.error(expr.location(), "found empty body");
      } else {
        errorBraceLed(expr.location(), text, operator);
      }
      return null;
    }
    return continued(Operand.of(expr));
  }

  /// `a or b or c`, to the left; `and` binds more.
  private @Nullable Expr orChain(Operand first) {
    if (!cursor.enter()) {
      return null;
    }
    Operand left = cursor.at(Token.AND) ? andChain(first) : first;
    while (left != null && cursor.at(Token.OR)) {
      cursor.scan();
      Operand right = operand("or");
      if (right != null && cursor.at(Token.AND)) {
        right = andChain(right);
      }
      if (right == null) {
        left = null;
        break;
      }
      checkVoidCalls(left, right, "or");
      Location place = cursor.extend(left.location());
      left =
          Operand.of(
              Expr.of(
                  new Expr.Or(left.body(), right.body(), left.explicit(), right.explicit(), place),
                  place));
    }
    cursor.leave();
    return left == null ? null : left.body().exprs().getFirst();
  }

  private @Nullable Operand andChain(Operand first) {
    if (!cursor.enter()) {
      return null;
    }
    Operand left = first;
    while (left != null && cursor.at(Token.AND)) {
      cursor.scan();
      Operand right = operand("and");
      if (right == null) {
        left = null;
        break;
      }
      checkVoidCalls(left, right, "and");
      Location place = cursor.extend(left.location());
      left =
          Operand.of(
              Expr.of(
                  new Expr.And(left.body(), right.body(), left.explicit(), right.explicit(), place),
                  place));
    }
    cursor.leave();
    return left;
  }

  /// One operand.
  ///
  /// @param operator what it belongs to; empty when the caller tries something else on failure
  private @Nullable Operand operand(String operator) {
    if (cursor.at(Token.LEFT_BRACE)) {
      return bracedOperand(operator);
    }
    Location not = negation();
    if (not != null && grammar.notBodies() && cursor.at(Token.LEFT_BRACE)) {
      return notBody(not);
    }
    if (cursor.at(Token.LEFT_PAREN) && isActive() && (not == null || grammar.notBodies())) {
      Group group = group(true, not == null ? "" : "not ");
      if (group != null) {
        return not == null ? group.operand() : negated(not, group.operand());
      }
    }
    Location begin = cursor.here();
    Expr expr = grammar.literals.plain();
    if (expr == null) {
      return null;
    }
    expr = Nodes.at(expr, cursor.extend(begin));
    if (not == null) {
      return Operand.of(expr);
    }
    return Operand.of(grammar.notBodies() ? negation(not, expr) : expr.withNegated(true));
  }

  private @Nullable Operand bracedOperand(String operator) {
    Location open = cursor.here();
    Cursor.State mark = cursor.save();
    cursor.scan();
    boolean empty = cursor.at(Token.RIGHT_BRACE);
    Body body = grammar.literals.body(Token.RIGHT_BRACE);
    if (body != null) {
      cursor.scan();
      if (isAmbiguousUnion(body)) {
        errorAmbiguousUnion(open, body, "");
      }
      return new Operand(body, true, open);
    }
    if (!empty && !operator.isEmpty()) {
      Cursor.State failed = cursor.save();
      cursor.restore(mark);
      if (grammar.terms.infix() == null) {
        cursor.restore(failed);
      } else {
        errorBraceLed(open, cursor.extend(open).text(), operator);
      }
    }
    return null;
  }

  /// `not { … }`, from its brace.
  @Nullable Operand notBody(Location not) {
    Location open = cursor.here();
    Cursor.State mark = cursor.save();
    cursor.scan();
    boolean empty = cursor.at(Token.RIGHT_BRACE);
    Body body = grammar.literals.body(Token.RIGHT_BRACE);
    if (body != null) {
      cursor.scan();
      if (isAmbiguousUnion(body)) {
        errorAmbiguousUnion(open, body, "not ");
        return null;
      }
      return negated(not, new Operand(body, true, open));
    }
    if (!empty) {
      Cursor.State failed = cursor.save();
      cursor.restore(mark);
      Term term = grammar.terms.infix();
      if (term == null) {
        cursor.restore(failed);
      } else {
        errorNeedsBody(open, cursor.extend(open).text(), term);
      }
    }
    return null;
  }

  /// Operands in parentheses; null when they hold a term.
  ///
  /// @param isOperand whether the parentheses are an operand already
  /// @param prefix what stands before them, for hints
  @Nullable Group group(boolean isOperand, String prefix) {
    if (!cursor.enter()) {
      return Group.BROKEN;
    }
    Group group = groupWithin(isOperand, prefix);
    cursor.leave();
    return group;
  }

  private @Nullable Group groupWithin(boolean isOperand, String prefix) {
    Cursor.State mark = cursor.save();
    Location open = cursor.here();
    cursor.scan();
    if (cursor.at(Token.RIGHT_PAREN)) {
      if (isOperand) {
        cursor.error(open, "empty parenthesized group");
        return Group.BROKEN;
      }
      cursor.restore(mark);
      return null;
    }
    Operand first = operand("");
    if (first == null) {
      cursor.restore(mark);
      return null;
    }
    if (atOperator()) {
      Expr expr = continued(first);
      return expr == null ? Group.BROKEN : closed(open, Nodes.bodyOf(expr));
    }
    if (cursor.at(Token.WITH) && !first.explicit() && first.body().exprs().size() == 1) {
      return modifiedGroup(mark, open, first, isOperand);
    }
    if (first.explicit()) {
      return bodyInParens(mark, open, first, prefix);
    }
    if (isLogical(first.body())) {
      return closed(open, first.body());
    }
    cursor.restore(mark);
    return null;
  }

  private Group closed(Location open, Body body) {
    return closes() ? new Group(new Operand(body, false, cursor.extend(open))) : Group.BROKEN;
  }

  private boolean closes() {
    if (!cursor.at(Token.RIGHT_PAREN)) {
      cursor.errorHere("expected ) to close parenthesized group");
      return false;
    }
    cursor.scan();
    return true;
  }

  /// `(a with x as y)`.
  private @Nullable Group modifiedGroup(
      Cursor.State mark, Location open, Operand first, boolean isOperand) {
    Location withAt = cursor.here();
    Expr expr = grammar.literals.modified(first.body().exprs().getFirst());
    if (expr == null) {
      return Group.BROKEN;
    }
    if (atOperator()) {
      errorWithOnOperand(withAt, cursor.token().text());
      return Group.BROKEN;
    }
    if (!closes()) {
      return Group.BROKEN;
    }
    if (isOperand || atOperator()) {
      return new Group(new Operand(Nodes.bodyOf(expr), false, cursor.extend(open)));
    }
    cursor.restore(mark);
    return null;
  }

  /// `({ … })`: parentheses do not wrap a body, so this must be a value.
  private @Nullable Group bodyInParens(
      Cursor.State mark, Location open, Operand first, String prefix) {
    String braces = cursor.extend(first.location()).text();
    cursor.restore(mark);
    Cursor.State probe = cursor.save();
    cursor.scan();
    Term term = grammar.terms.term();
    cursor.restore(probe);
    if (term != null) {
      return null;
    }
    cursor.hint("drop the parens to keep the body: `" + prefix + braces + "`");
    cursor.error(open, "`(...)` in an operand position cannot contain a body");
    return Group.BROKEN;
  }

  /// Whether a body is a single `and`, `or` or `not`.
  private static boolean isLogical(Body body) {
    if (body.exprs().size() != 1) {
      return false;
    }
    Expr expr = body.exprs().getFirst();
    return switch (expr.form()) {
      case Expr.And a -> true;
      case Expr.Or o -> true;
      case Expr.Not n -> true;
      case Expr.Single s -> expr.negated();
      case Expr.Call c -> expr.negated();
      case Expr.Some s -> expr.negated();
      case Expr.Every e -> expr.negated();
    };
  }

  /// Whether a body begins with `x | y`, so that its braces might as well be a comprehension's.
  private static boolean isAmbiguousUnion(Body body) {
    if (body.exprs().isEmpty()) {
      return false;
    }
    Expr expr = body.exprs().getFirst();
    return expr.form() instanceof Expr.Call call
        && TermParser.isOperator(call, "or")
        && call.operator().location().text().equals("|")
        && !expr.location().text().strip().startsWith("(");
  }

  private void errorAmbiguousUnion(Location open, Body body, String prefix) {
    String braces = cursor.extend(open).text();
    Location union = body.exprs().getFirst().location();
    int from = union.start() - open.start();
    int to = from + union.text().length();
    String parenthesized =
        from > 0 && to <= braces.length()
            ? braces.substring(0, from) + "(" + union.text() + ")" + braces.substring(to)
            : braces;
    cursor.hint(
        "write `"
            + prefix
            + "("
            + braces
            + ")` for the comprehension, or `"
            + prefix
            + parenthesized
            + "` for the set union");
    cursor.error(
        open,
        "ambiguous `{ ... | ... }` operand: read as a body holding a set-union expression, not as"
            + " a comprehension");
  }

  private void errorWithOnOperand(Location with, String operator) {
    cursor.hint(
        "Wrap the operand in `(...)` or `{...}` to scope, or move `with` after the `"
            + operator
            + "` expression to apply it to the whole expression");
    cursor.error(with, "`with` modifier is not allowed on operand of `" + operator + "`");
  }

  private void errorBraceLed(Location place, String operand, String operator) {
    cursor.hint("wrap the operand to keep the value: `(" + operand + ") " + operator + " ...`");
    cursor.error(
        place, "operand of `" + operator + "` cannot begin with `{` unless the braces hold a body");
  }

  private void errorNeedsBody(Location open, String operand, Term term) {
    cursor.hint(
        "write `not ("
            + operand
            + ")` to negate the value, or `not {"
            + operand
            + "}` for a body"
            + " holding it");
    cursor.error(
        open,
        "`{...}` in an operand position must contain expression(s), got: "
            + Nodes.kind(braceLed(term)));
  }

  /// The value that the first brace of a term opens.
  private static Term braceLed(Term term) {
    Term first = term;
    while (first instanceof Term.Call call && isInfix(call)) {
      first = call.terms().get(1);
    }
    return first;
  }

  private static boolean isInfix(Term.Call call) {
    String operator = TermText.of(call.operator());
    int terms = call.terms().size();
    return terms == 3 && (TermText.isInfix(operator) || operator.equals(TermParser.MEMBER))
        || terms == 4 && operator.equals(TermParser.MEMBER_WITH_KEY);
  }

  private void checkVoidCalls(Operand left, Operand right, String operator) {
    for (Operand operand : List.of(left, right)) {
      String name = voidCall(operand.body());
      if (name == null) {
        continue;
      }
      cursor.hint(
          "`"
              + name
              + "` produces no value and always succeeds, so the operand can never fail; move it"
              + " out of the operand, or add an expression that can fail");
      cursor.error(
          operand.body().location(),
          "operand of `" + operator + "` cannot consist only of calls to `" + name + "`");
    }
  }

  /// The first built-in that a body calls when all it does is to call such without a value.
  private static @Nullable String voidCall(Body body) {
    String first = null;
    for (Expr expr : body.exprs()) {
      if (expr.negated() || !(expr.form() instanceof Expr.Call call)) {
        return null;
      }
      String name = TermText.of(call.operator());
      if (!VOID.contains(name)) {
        return null;
      }
      first = first == null ? name : first;
    }
    return first;
  }
}
