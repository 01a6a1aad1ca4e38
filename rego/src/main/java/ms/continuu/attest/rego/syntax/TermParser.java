package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.NumberValue;
import org.jspecify.annotations.Nullable;

/// Terms: literals, variables, refs, calls and infix operators. A method that returns null has said
/// why to the cursor, unless its caller tries something else.
final class TermParser {
  static final String MEMBER = "internal.member_2";
  static final String MEMBER_WITH_KEY = "internal.member_3";

  /// Operators between terms, from those that bind least.
  private static final List<Set<Token>> LEVELS =
      List.of(
          EnumSet.of(
              Token.EQUAL,
              Token.NOT_EQUAL,
              Token.LESS,
              Token.GREATER,
              Token.LESS_OR_EQUAL,
              Token.GREATER_OR_EQUAL),
          EnumSet.of(Token.UNION),
          EnumSet.of(Token.INTERSECTION),
          EnumSet.of(Token.PLUS, Token.MINUS),
          EnumSet.of(Token.MUL, Token.DIV, Token.REM));

  private final Grammar grammar;
  private final Cursor cursor;

  TermParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /// A term with operators; `k, v in xs` is one, too.
  @Nullable Term infix() {
    return infix(true);
  }

  /// A term with operators in a list, where a comma ends it.
  @Nullable Term infixInList() {
    return infix(false);
  }

  private @Nullable Term infix(boolean keyAllowed) {
    if (!cursor.enter()) {
      return null;
    }
    Term term = membership(keyAllowed, cursor.start());
    cursor.leave();
    return term;
  }

  /// `a in b in c` associates to the left.
  private @Nullable Term membership(boolean keyAllowed, int start) {
    if (!cursor.enter()) {
      return null;
    }
    int levels = 1;
    Term left = operators(0, start);
    while (left != null) {
      Term joined = keyAllowed && cursor.at(Token.COMMA) ? memberWithKey(left, start) : null;
      if (joined == null) {
        joined = member(left, start);
      }
      if (joined == null) {
        break;
      }
      left = joined;
      if (!cursor.at(Token.IN)) {
        break;
      }
      if (!cursor.enter()) {
        left = null;
        break;
      }
      levels++;
    }
    cursor.leave(levels);
    return left;
  }

  private @Nullable Term memberWithKey(Term key, int start) {
    Cursor.State mark = cursor.save();
    cursor.scan();
    Term value = operators(0, start);
    if (value != null && cursor.at(Token.IN)) {
      Term operator = inOperator(MEMBER_WITH_KEY);
      Term domain = operators(0, cursor.start());
      if (domain != null) {
        return call(List.of(operator, key, value, domain), key.location(), start);
      }
    }
    cursor.restore(mark);
    return null;
  }

  private @Nullable Term member(Term value, int start) {
    cursor.retagRefHead();
    if (!cursor.at(Token.IN)) {
      return null;
    }
    Term operator = inOperator(MEMBER);
    Term domain = operators(0, cursor.start());
    return domain == null ? null : call(List.of(operator, value, domain), value.location(), start);
  }

  private Term inOperator(String name) {
    Location here = cursor.here();
    cursor.scan();
    return Nodes.operator(here, name);
  }

  /// A term with the operators of a level and of those that bind more.
  private @Nullable Term operators(int level, int start) {
    if (level == LEVELS.size()) {
      return term();
    }
    if (!cursor.enter()) {
      return null;
    }
    int levels = 1;
    Term left = operators(level + 1, start);
    while (left != null && LEVELS.get(level).contains(cursor.token())) {
      Term operator = operator();
      Term right = operators(level + 1, cursor.start());
      if (right == null) {
        break;
      }
      left = call(List.of(operator, left, right), left.location(), start);
      if (!LEVELS.get(level).contains(cursor.token())) {
        break;
      }
      if (!cursor.enter()) {
        left = null;
        break;
      }
      levels++;
    }
    cursor.leave(levels);
    return left;
  }

  /// The current token as the name of a built-in.
  Term operator() {
    Location here = cursor.here();
    Term operator = Nodes.operator(here, cursor.token().text());
    cursor.scan();
    return operator;
  }

  private Term call(List<Term> terms, Location place, int start) {
    return new Term.Call(terms, cursor.span(place, start, cursor.previousEnd()));
  }

  /// A term without infix operators.
  @Nullable Term term() {
    if (!cursor.enter()) {
      return null;
    }
    TermCache.Entry known = grammar.cache.find(cursor.start());
    if (known != null) {
      cursor.restore(known.after());
      cursor.leave();
      return known.term();
    }
    int start = cursor.start();
    retagCallOfKeyword();
    Term term = cursor.at(Token.MINUS) ? negative() : finish(primary());
    grammar.cache.add(start, term, cursor.save());
    cursor.leave();
    return term;
  }

  /// `and(x, y)` and `or(x, y)` are calls where a term is expected.
  private void retagCallOfKeyword() {
    if ((cursor.at(Token.AND) || cursor.at(Token.OR)) && cursor.peekRaw() == Token.LEFT_PAREN) {
      cursor.retag(Token.IDENT);
    }
  }

  private @Nullable Term primary() {
    Location here = cursor.here();
    return switch (cursor.token()) {
      case NULL -> new Term.Scalar(NullValue.NULL, here);
      case TRUE -> Nodes.bool(true, here);
      case FALSE -> Nodes.bool(false, here);
      case DOT, NUMBER -> number();
      case STRING -> string();
      case TEMPLATE_PART, TEMPLATE_END -> template(Lexer.Template.QUOTED);
      case RAW_TEMPLATE_PART, RAW_TEMPLATE_END -> template(Lexer.Template.RAW);
      case IDENT, CONTAINS -> variable();
      case LEFT_BRACKET -> grammar.collections.array();
      case LEFT_BRACE -> grammar.collections.setOrObject();
      case LEFT_PAREN -> parenthesized();
      default -> {
        cursor.illegal();
        yield null;
      }
    };
  }

  /// A negative number, or a ref that is subtracted from 0.
  private @Nullable Term negative() {
    Location minus = cursor.here();
    Cursor.State mark = cursor.save();
    cursor.scan();
    if (!cursor.at(Token.IDENT) && !cursor.at(Token.CONTAINS)) {
      cursor.restore(mark);
      return finish(number());
    }
    Term term = finish(variable());
    if (term == null) {
      return null;
    }
    Term zero = new Term.Scalar(NumberValue.of(0), minus);
    return call(
        List.of(Nodes.operator(Location.NONE, Token.MINUS.text()), zero, term),
        minus,
        minus.start());
  }

  private @Nullable Term parenthesized() {
    int start = cursor.start();
    cursor.scan();
    Term inner = infix();
    if (inner == null) {
      return null;
    }
    if (!cursor.at(Token.RIGHT_PAREN)) {
      cursor.errorHere("non-terminated expression");
      return null;
    }
    Location place = cursor.span(inner.location(), start, cursor.end());
    if (inner instanceof Term.Ref(List<Term> terms, Location l) && terms.size() == 1) {
      // `input` and `data` stand at the same place as the variable in them.
      return new Term.Ref(List.of(Nodes.at(terms.getFirst(), place)), place);
    }
    return Nodes.at(inner, place);
  }

  /// What follows a term without white space: a ref or a call. Stands on the last token of `head`.
  private @Nullable Term finish(@Nullable Term head) {
    if (head == null) {
      return null;
    }
    int start = cursor.start();
    cursor.scanRaw();
    return switch (cursor.token()) {
      case LEFT_PAREN, DOT, LEFT_BRACKET -> ref(head, start);
      case WHITESPACE -> {
        cursor.scan();
        yield asRoot(head);
      }
      default -> asRoot(head);
    };
  }

  /// What follows the name in a rule's head; it stands on the name.
  @Nullable Term finishHead(Term head) {
    int start = cursor.start();
    cursor.scanRaw();
    switch (cursor.token()) {
      case PLUS,
          MINUS,
          MUL,
          DIV,
          REM,
          INTERSECTION,
          UNION,
          EQUAL,
          NOT_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          LESS,
          LESS_OR_EQUAL ->
          cursor.illegal();
      case WHITESPACE -> cursor.scan();
      default -> {}
    }
    return switch (cursor.token()) {
      case LEFT_PAREN, DOT, LEFT_BRACKET -> ref(head, start);
      default -> asRoot(head);
    };
  }

  /// `input` and `data` are refs even alone.
  private static Term asRoot(Term head) {
    return head instanceof Term.Var variable && isRoot(variable.name())
        ? new Term.Ref(List.of(head), head.location())
        : head;
  }

  static boolean isRoot(String name) {
    return name.equals("input") || name.equals("data");
  }

  Term variable() {
    String name = cursor.literal();
    return new Term.Var(name.equals("_") ? cursor.wildcard() : name, cursor.here());
  }

  private @Nullable Term ref(Term head, int start) {
    if (!cursor.enter()) {
      return null;
    }
    switch (head) {
      case Term.Scalar s -> cursor.error(head.location(), noHead(head));
      case Term.TemplateString t -> cursor.error(head.location(), noHead(head));
      case Term.Ref r -> cursor.error(head.location(), noHead(head));
      default -> {}
    }
    Term ref = parts(head, start);
    cursor.leave();
    return ref;
  }

  private static String noHead(Term head) {
    return "illegal ref (head cannot be " + Nodes.kind(head) + ")";
  }

  private @Nullable Term parts(Term head, int start) {
    List<Term> terms = new ArrayList<>();
    terms.add(head);
    while (true) {
      switch (cursor.token()) {
        case DOT -> {
          cursor.scanRaw();
          if (!cursor.at(Token.IDENT) && !cursor.isNameInRefs(cursor.token())) {
            cursor.illegal("expected identifier");
            return null;
          }
          terms.add(Nodes.string(cursor.literal(), cursor.here()));
          cursor.scanRaw();
        }
        case LEFT_BRACKET -> {
          cursor.scan();
          Term part = infix();
          if (part == null) {
            return null;
          }
          if (!cursor.at(Token.RIGHT_BRACKET)) {
            cursor.illegal("expected [");
            return null;
          }
          terms.add(part);
          cursor.scanRaw();
        }
        case LEFT_PAREN -> {
          Location operator = cursor.span(head.location(), start, cursor.start());
          return callOf(new Term.Ref(terms, operator), start);
        }
        case WHITESPACE -> {
          int end = cursor.previousEnd();
          cursor.scan();
          return new Term.Ref(terms, cursor.span(head.location(), start, end));
        }
        default -> {
          return new Term.Ref(terms, cursor.span(head.location(), start, cursor.previousEnd()));
        }
      }
    }
  }

  /// A call, and what may be asked of its result.
  private @Nullable Term callOf(Term.Ref operator, int start) {
    Term call = call(operator, start);
    if (call == null) {
      return null;
    }
    switch (cursor.token()) {
      case WHITESPACE -> cursor.scan();
      case DOT, LEFT_BRACKET -> call = ref(call, start);
      default -> {}
    }
    return call == null
        ? null
        : Nodes.at(call, cursor.span(operator.location(), start, cursor.previousEnd()));
  }

  private @Nullable Term call(Term.Ref operator, int start) {
    if (!cursor.enter()) {
      return null;
    }
    cursor.scan();
    List<Term> terms = new ArrayList<>();
    terms.add(operator);
    List<Term> all =
        cursor.at(Token.RIGHT_PAREN) ? terms : grammar.collections.items(Token.RIGHT_PAREN, terms);
    Term call = null;
    if (all != null) {
      Location place = cursor.span(operator.location(), start, cursor.end());
      cursor.scanRaw();
      call =
          all.size() == 1 && isSetConstructor(operator)
              ? new Term.SetTerm(List.of(), place)
              : new Term.Call(all, place);
    }
    cursor.leave();
    return call;
  }

  private static boolean isSetConstructor(Term.Ref operator) {
    return operator.terms().size() == 1
        && operator.head() instanceof Term.Var variable
        && variable.name().equals("set");
  }

  private @Nullable Term number() {
    Location place = cursor.here();
    String prefix = "";
    if (cursor.at(Token.MINUS)) {
      prefix = "-";
      cursor.scan();
      if (!cursor.at(Token.NUMBER) && !cursor.at(Token.DOT)) {
        cursor.illegal("expected number");
        return null;
      }
    }
    if (cursor.at(Token.DOT)) {
      prefix += ".";
      cursor.scan();
      if (!cursor.at(Token.NUMBER)) {
        cursor.illegal("expected number");
        return null;
      }
    }
    String digits = cursor.literal();
    if (!prefix.endsWith(".") && hasLeadingZero(digits)) {
      cursor.illegal("expected number without leading zero");
      return null;
    }
    String text = prefix + digits;
    return switch (Literals.check(text)) {
      case NONE -> new Term.Scalar(NumberValue.parse(text), place);
      case NO_NUMBER -> {
        cursor.illegal("invalid float");
        yield null;
      }
      case TOO_BIG -> {
        cursor.errorHere("number too big");
        yield null;
      }
    };
  }

  private static boolean hasLeadingZero(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return false;
    }
    char next = digits.charAt(1);
    boolean scientific = digits.length() > 2 && (next == 'e' || next == 'E');
    return next != '.' && !scientific;
  }

  private @Nullable Term string() {
    String literal = cursor.literal();
    String inside = literal.substring(1, literal.length() - 1);
    if (literal.charAt(0) == '`') {
      return Nodes.string(inside, cursor.here());
    }
    String text = Literals.unescape(inside);
    if (text == null) {
      cursor.errorHere("illegal string literal: " + literal);
      return null;
    }
    return Nodes.string(text, cursor.here());
  }

  private @Nullable Term template(Lexer.Template template) {
    Location place = cursor.here();
    if (!grammar.options.has("template_strings")) {
      cursor.error(place, "template strings are not supported by current capabilities");
      return null;
    }
    List<Term.TemplateString.Part> parts = new ArrayList<>();
    while (true) {
      String text = templateText();
      if (text == null) {
        return null;
      }
      if (!text.isEmpty()) {
        parts.add(new Term.TemplateString.Text(Nodes.string(text, cursor.here())));
      }
      if (cursor.at(Token.TEMPLATE_END) || cursor.at(Token.RAW_TEMPLATE_END)) {
        break;
      }
      Term.TemplateString.Part embedded = embedded();
      if (embedded == null) {
        return null;
      }
      parts.add(embedded);
      cursor.scanTemplate(template);
    }
    return new Term.TemplateString(
        parts, template == Lexer.Template.RAW, cursor.span(place, place.start(), cursor.end()));
  }

  private @Nullable String templateText() {
    String literal = cursor.literal();
    switch (cursor.token()) {
      case RAW_TEMPLATE_PART, RAW_TEMPLATE_END -> {
        return literal.substring(1, literal.length() - 1);
      }
      case TEMPLATE_PART, TEMPLATE_END -> {
        String text = Literals.unescape(literal.substring(1, literal.length() - 1));
        if (text == null) {
          cursor.errorHere("illegal template-string part: " + literal);
        }
        return text;
      }
      default -> {
        cursor.errorHere("expected template-string part");
        return null;
      }
    }
  }

  /// An expression in braces; it ends on the closing one.
  private Term.TemplateString.@Nullable Part embedded() {
    int comments = cursor.commentCount();
    cursor.scan();
    boolean commented = cursor.commentCount() > comments;
    Expr expr = grammar.literals.literal();
    if (expr == null) {
      cursor.errorHere("invalid template-string expression");
      return null;
    }
    String unexpected = unexpectedInTemplate(expr);
    if (unexpected != null) {
      cursor.error(expr.location(), "unexpected " + unexpected + " in template-string expression");
      return null;
    }
    if (!cursor.at(Token.RIGHT_BRACE)) {
      cursor.errorHere("expected } to end template string expression");
      return null;
    }
    return expr.form() instanceof Expr.Single(Term.Scalar scalar) && !commented
        ? new Term.TemplateString.Text(scalar)
        : new Term.TemplateString.Embedded(expr);
  }

  private static @Nullable String unexpectedInTemplate(Expr expr) {
    if (expr.negated()) {
      return "negation ('not')";
    }
    return switch (expr.form()) {
      case Expr.Call call when isOperator(call, "eq") -> "unification ('=')";
      case Expr.Call call when isOperator(call, "assign") -> "assignment (':=')";
      case Expr.Every every -> "'every'";
      case Expr.Some some -> "'some'";
      default -> null;
    };
  }

  /// Whether an expression calls the built-in of an operator.
  static boolean isOperator(Expr.Call call, String name) {
    return call.operator() instanceof Term.Ref ref
        && ref.terms().size() == 1
        && ref.head() instanceof Term.Var variable
        && variable.name().equals(name);
  }
}
