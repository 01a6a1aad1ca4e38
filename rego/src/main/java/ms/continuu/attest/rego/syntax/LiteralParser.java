package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Bodies and their expressions. A method that returns null has said why to the cursor.
final class LiteralParser {
  /// Operators that an import brings, with an example for the hint.
  private static final Map<String, String> INFIX_KEYWORDS =
      Map.of("in", "x in xs", "and", "x and y", "or", "x or y");

  private final Grammar grammar;
  private final Cursor cursor;

  LiteralParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /// A body up to its closing token.
  @Nullable Body body(Token close) {
    if (!cursor.enter()) {
      return null;
    }
    Body body = exprs(close);
    cursor.leave();
    return body;
  }

  private @Nullable Body exprs(Token close) {
    if (foundEmpty(close)) {
      return null;
    }
    List<Expr> exprs = new ArrayList<>();
    while (true) {
      Expr expr = literal();
      if (expr == null) {
        return null;
      }
      exprs.add(expr.withIndex(exprs.size()));
      if (cursor.at(Token.SEMICOLON)) {
        cursor.scan();
      } else if (cursor.at(close)) {
        return new Body(exprs);
      } else if (!cursor.lineEndBefore()) {
        if (!cursor.hasErrors()) {
          hintMissingInfixKeyword();
          cursor.illegal("expected \\n or ; or " + close.text());
        }
        return null;
      }
    }
  }

  /// Expressions with semicolons between them, as a statement of its own.
  @Nullable Body query() {
    if (foundEmpty(Token.EOF)) {
      return null;
    }
    List<Expr> exprs = new ArrayList<>();
    while (true) {
      Expr expr = literal();
      if (expr == null) {
        return null;
      }
      exprs.add(expr.withIndex(exprs.size()));
      if (!cursor.at(Token.SEMICOLON)) {
        return new Body(exprs);
      }
      cursor.scan();
    }
  }

  private boolean foundEmpty(Token close) {
    if (!cursor.at(close)) {
      return false;
    }
    cursor.errorHere("found empty body");
    return true;
  }

  /// Hints at the import for an expression with `in`, `and` or `or` behind it, or with the comma of
  /// `k, v in xs`.
  private void hintMissingInfixKeyword() {
    if (cursor.hasHints()) {
      return;
    }
    String keyword = "in";
    if (cursor.at(Token.IDENT)) {
      keyword = cursor.literal();
    } else if (!cursor.at(Token.COMMA) || !membershipFollows()) {
      return;
    }
    String example = INFIX_KEYWORDS.get(keyword);
    if (example != null) {
      cursor.hint("`import future.keywords." + keyword + "` for `" + example + "` expressions");
    }
  }

  /// Whether, all keywords imported, `… in …` follows the current token.
  private boolean membershipFollows() {
    Cursor.State mark = cursor.save();
    cursor.scan();
    Term term = grammar.withFutureKeywords(grammar.terms::infix);
    cursor.restore(mark);
    return term instanceof Term.Call call && isMembership(call);
  }

  private static boolean isMembership(Term.Call call) {
    String operator = TermText.of(call.operator());
    return operator.equals(TermParser.MEMBER) || operator.equals(TermParser.MEMBER_WITH_KEY);
  }

  /// One expression with its modifiers.
  @Nullable Expr literal() {
    Location begin = cursor.here();
    Expr expr = unplaced();
    if (expr == null) {
      return null;
    }
    Location place = cursor.extend(begin);
    if (expr.form() instanceof Expr.Not not && !not.explicit()) {
      List<Expr> inner = not.body().exprs().stream().map(e -> Nodes.at(e, place)).toList();
      expr = expr.withForm(new Expr.Not(new Body(inner), false, not.location()));
    }
    return Nodes.at(expr, place);
  }

  private @Nullable Expr unplaced() {
    if (grammar.logical.isActive()) {
      LogicalParser.Group group =
          switch (cursor.token()) {
            case LEFT_BRACE -> grammar.logical.leadingBody();
            case LEFT_PAREN -> grammar.logical.group(false, "");
            default -> null;
          };
      if (group != null) {
        return grammar.logical.continued(group.operand());
      }
    }
    if (cursor.retagRefHead()) {
      return expression(null);
    }
    Location not = grammar.logical.negation();
    if (not != null && grammar.notBodies() && cursor.at(Token.LEFT_BRACE)) {
      return grammar.logical.continued(grammar.logical.notBody(not));
    }
    return switch (cursor.token()) {
      case SOME -> not == null ? some() : illegalNegation("some");
      case EVERY -> not == null ? every() : illegalNegation("every");
      default -> expression(not);
    };
  }

  private @Nullable Expr illegalNegation(String keyword) {
    cursor.illegal("illegal negation of '" + keyword + "'");
    return null;
  }

  /// @param not where the `not` before it stands
  private @Nullable Expr expression(@Nullable Location not) {
    Cursor.State mark = cursor.save();
    Location begin = cursor.here();
    if (not != null && grammar.notBodies() && cursor.at(Token.LEFT_PAREN)) {
      LogicalParser.Group group = grammar.logical.group(true, "not ");
      if (group != null) {
        return grammar.logical.continued(grammar.logical.negated(not, group.operand()));
      }
    }
    Expr expr = plain();
    if (expr == null) {
      return null;
    }
    Location withAt = null;
    List<Expr.With> withs = List.of();
    if (cursor.at(Token.WITH)) {
      withAt = cursor.here();
      withs = withs();
      if (withs == null) {
        return null;
      }
    }
    hintEvery(expr, mark);
    if (not != null && grammar.notBodies()) {
      expr = grammar.logical.negation(not, expr);
    } else if (not != null) {
      expr = expr.withNegated(true);
    }
    expr = expr.withWiths(withs);
    if (!cursor.at(Token.AND) && !cursor.at(Token.OR)) {
      return expr;
    }
    if (expr.location() == Location.NONE) {
      expr = Nodes.at(expr, cursor.extend(begin));
    }
    return grammar.logical.chainAfter(expr, withAt, not != null);
  }

  /// A term, an assignment or a unification.
  @Nullable Expr plain() {
    Term left = grammar.terms.infix();
    if (left == null) {
      return null;
    }
    if (cursor.at(Token.ASSIGN) || cursor.at(Token.UNIFY)) {
      Term operator = grammar.terms.operator();
      Term right = grammar.terms.infix();
      return right == null
          ? null
          : Expr.of(new Expr.Call(List.of(operator, left, right)), Location.NONE);
    }
    Expr.Form form =
        left instanceof Term.Call call ? new Expr.Call(call.terms()) : new Expr.Single(left);
    return Expr.of(form, Location.NONE);
  }

  /// `every` as a variable may be the keyword, not imported.
  private void hintEvery(Expr expr, Cursor.State begin) {
    if (!Keywords.isImportable(grammar.options.version(), "every")
        || !(expr.form() instanceof Expr.Single(Term.Var variable))
        || !variable.name().equals("every")) {
      return;
    }
    Cursor.State mark = cursor.save();
    cursor.restore(begin);
    Expr every = grammar.withFutureKeywords(this::every);
    cursor.restore(mark);
    if (every != null) {
      cursor.hint("`import future.keywords.every` for `every x in xs { ... }` expressions");
    }
  }

  /// The modifiers that begin here.
  @Nullable List<Expr.With> withs() {
    List<Expr.With> withs = new ArrayList<>();
    do {
      Location place = cursor.here();
      cursor.scan();
      if (!cursor.at(Token.IDENT)) {
        cursor.illegal("expected ident");
        return null;
      }
      Term target = grammar.terms.term();
      if (target == null) {
        return null;
      }
      if (!(target instanceof Term.Ref) && !(target instanceof Term.Var)) {
        cursor.illegal("expected with target path");
      }
      if (!cursor.at(Token.AS)) {
        cursor.illegal("expected as keyword");
        return null;
      }
      cursor.scan();
      Term value = grammar.terms.infix();
      if (value == null) {
        return null;
      }
      withs.add(new Expr.With(target, value, cursor.extend(place)));
    } while (cursor.at(Token.WITH));
    return withs;
  }

  /// The expression with the modifiers that follow it.
  @Nullable Expr modified(Expr expr) {
    if (!cursor.at(Token.WITH)) {
      return expr;
    }
    List<Expr.With> withs = withs();
    return withs == null ? null : expr.withWiths(withs);
  }

  private @Nullable Expr some() {
    Location place = cursor.here();
    Cursor.State mark = cursor.save();
    cursor.scan();
    if (grammar.terms.infix() instanceof Term.Call call) {
      if (!isDomainOf(call, "expected `x in xs` or `x, y in xs` expression")) {
        return null;
      }
      return modified(Expr.of(new Expr.Some(List.of(call), place), place));
    }
    cursor.restore(mark);
    if (Keywords.isImportable(grammar.options.version(), "in") && membershipFollows()) {
      cursor.hint("`import future.keywords.in` for `some x in xs` expressions");
    }
    List<Term> symbols = new ArrayList<>();
    do {
      cursor.scan();
      if (!cursor.at(Token.IDENT)) {
        cursor.illegal("expected var");
        return null;
      }
      symbols.add(grammar.terms.variable());
      cursor.scan();
    } while (cursor.at(Token.COMMA));
    return Expr.of(new Expr.Some(symbols, place), place);
  }

  /// Whether a call is `x in xs` or `k, v in xs`; says why not.
  private boolean isDomainOf(Term.Call call, String expected) {
    String operator = TermText.of(call.operator());
    int terms =
        operator.equals(TermParser.MEMBER)
            ? 3
            : operator.equals(TermParser.MEMBER_WITH_KEY) ? 4 : 0;
    if (terms == 0) {
      cursor.illegal(expected);
      return false;
    }
    if (call.terms().size() != terms) {
      cursor.illegal("illegal domain");
      return false;
    }
    return true;
  }

  private @Nullable Expr every() {
    Location place = cursor.here();
    cursor.scan();
    Term term = grammar.terms.infix();
    if (term == null) {
      return null;
    }
    String expected = "expected `x[, y] in xs { ... }` expression";
    if (!(term instanceof Term.Call call)) {
      cursor.illegal(expected);
      return null;
    }
    if (!isDomainOf(call, expected)) {
      return null;
    }
    List<Term> parts = call.operands();
    Term key = parts.size() == 3 ? parts.getFirst() : null;
    Term value = parts.get(parts.size() - 2);
    if (key != null && !(key instanceof Term.Var)) {
      cursor.illegal("expected key to be a variable");
      return null;
    }
    if (!(value instanceof Term.Var)) {
      cursor.illegal("expected value to be a variable");
      return null;
    }
    if (!cursor.at(Token.LEFT_BRACE)) {
      cursor.illegal("missing body");
      return null;
    }
    cursor.scan();
    Body body = body(Token.RIGHT_BRACE);
    if (body == null) {
      return null;
    }
    cursor.scan();
    return modified(Expr.of(new Expr.Every(key, value, parts.getLast(), body, place), place));
  }
}
