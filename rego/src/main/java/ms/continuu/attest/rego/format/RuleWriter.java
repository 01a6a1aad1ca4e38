package ms.continuu.attest.rego.format;

import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Writes rules.
final class RuleWriter {
  private static final String ELSE = "else";

  private final Page page;
  private final Style style;
  private final ExprWriter exprs;
  private final TermWriter terms;

  RuleWriter(Page page, Style style) {
    this.page = page;
    this.style = style;
    this.exprs = new ExprWriter(page, style);
    this.terms = exprs.terms();
  }

  /// Rules with an empty line between two, but none between neighbours of one line each.
  void rules(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      Page.stops(() -> page.writeCommentsUpTo(rule.location()));
      Page.stops(() -> rule(rule));
      if (i == rules.size() - 1 || !areNeighbours(rule, rules.get(i + 1))) {
        page.blankLine();
      }
    }
  }

  private boolean areNeighbours(Rule rule, Rule next) {
    return isOneLine(rule) && isOneLine(next) && next.location().row() == rule.location().row() + 1;
  }

  private boolean isOneLine(Rule rule) {
    List<Expr> body = rule.body().exprs();
    return body.size() <= 1
        && !rule.isDefault()
        && rule.otherwise() == null
        && (body.isEmpty() || !isSet(body.getFirst()))
        && usesIf(rule.head());
  }

  private boolean usesIf(Rule.Head head) {
    return style.ifs() && (style.contains() || head.value() != null);
  }

  /// Braces around such an expression would be read as the set's, or the set's as a body's.
  private static boolean isSet(Expr expr) {
    return !expr.negated()
        && expr.form() instanceof Expr.Single single
        && single.term() instanceof Term.SetTerm;
  }

  private void rule(Rule rule) throws UnexpectedComment {
    page.startLine();
    definition(rule, false);
  }

  /// @param alternative it follows an `else`
  private void definition(Rule rule, boolean alternative) throws UnexpectedComment {
    page.write(rule.isDefault() ? "default " : "");
    boolean constant = rule.otherwise() == null && isTrue(rule.body());
    page.verbatimTakesComment(constant);
    boolean stopped = Page.stops(() -> head(rule, constant, alternative));
    if (constant || rule.body().exprs().isEmpty()) {
      page.endLine();
      return;
    }
    page.verbatimTakesComment(true);
    boolean usesIf = usesIf(rule.head());
    page.write(usesIf ? " if" : "");
    if (usesIf && isBehindHead(rule)) {
      page.write(" ");
      Page.stops(() -> exprs.expr(rule.body().exprs().getFirst()));
      page.endLine();
    } else {
      if (usesIf && !alternative) {
        exprs.parenthesizeLeadingUnion(rule.body().exprs().getFirst());
      }
      bodyInBraces(rule, stopped);
    }
    if (rule.otherwise() != null) {
      page.losingComments(() -> otherwise(rule));
    }
  }

  /// Whether the body is a single expression on the line on which the head ends.
  private static boolean isBehindHead(Rule rule) {
    List<Expr> body = rule.body().exprs();
    return body.size() == 1
        && body.getFirst().location().row() == Places.endRow(rule.head().location())
        && !isSet(body.getFirst());
  }

  private void bodyInBraces(Rule rule, boolean stopped) throws UnexpectedComment {
    if (stopped && !page.comments().isEmpty()) {
      page.write(" { ");
    } else {
      page.write(" {");
      page.endLine();
    }
    page.indent();
    Page.stops(() -> exprs.body(rule.body()));
    page.losingComments(() -> page.writeCommentsUpTo(closingRow(rule)));
    page.outdent();
    page.startLine();
    page.write("}");
  }

  private static int closingRow(Rule rule) {
    Location place = rule.location();
    if (!rule.head().args().isEmpty()) {
      return Places.closingRowAfter(place, '(', ')', '{', '}');
    }
    return rule.head().key() == null
        ? Places.closingRow(place, '{', '}')
        : Places.closingRowAfter(place, '[', ']', '{', '}');
  }

  private static boolean isTrue(Body body) {
    return body.exprs().size() == 1
        && Terms.compare(body, Body.of(Expr.of(new Expr.Single(truth()), Location.NONE))) == 0;
  }

  private static Term truth() {
    return new Term.Scalar(BooleanValue.TRUE, Location.NONE);
  }

  // Alternatives

  /// An `else` stays behind the brace before it if it is there in the source and no comment is
  /// between.
  private void otherwise(Rule rule) throws UnexpectedComment {
    Rule alternative = Objects.requireNonNull(rule.otherwise());
    Location head = alternative.head().location();
    boolean behindBrace = isBehindBrace(rule.location(), alternative.location());
    boolean commentAbove = page.hasCommentsBefore(head.row()) || page.hasWaitingComment();
    if (behindBrace && !commentAbove) {
      page.write(" ");
    } else {
      page.blankLine();
      page.startLine();
    }
    page.writeCommentsUpTo(head);
    if (commentAbove && !behindBrace) {
      page.startLine();
    }
    definition(alternative.withHead(elseHead(alternative.head())), true);
  }

  private static boolean isBehindBrace(Location rule, Location alternative) {
    String[] lines = rule.text().split("\n", -1);
    int line = alternative.row() - rule.row();
    return line > 0 && line < lines.length && !lines[line].strip().startsWith(ELSE);
  }

  /// The head with `else` in place of name and parameters. The value stands where the head does, so
  /// that the comments between the two are not taken apart.
  private static Rule.Head elseHead(Rule.Head head) {
    Location place = head.location();
    return new Rule.Head(
        ELSE,
        new Term.Ref(List.of(new Term.Var(ELSE, place)), place),
        List.of(),
        head.key(),
        head.value() == null ? null : Relocation.to(head.value(), place),
        head.assign(),
        head.generatedValue(),
        head.contains(),
        head.hasIf(),
        place);
  }

  // Heads

  private void head(Rule rule, boolean constant, boolean alternative) throws UnexpectedComment {
    Rule.Head head = rule.head();
    if (!name(head)) {
      return;
    }
    if (!head.args().isEmpty()) {
      terms.list("(", head.args(), ")", head.location());
    }
    Term key = head.key();
    if (key != null && head.value() == null) {
      key(key);
    }
    Term value = head.value();
    if (value != null && hasWrittenValue(rule, value, constant, alternative)) {
      page.write(head.assign() || style.assigns() ? " := " : " = ");
      terms.term(value);
    }
  }

  /// Writes the ref of a head. Tells whether the rest of the head is still to be written.
  private boolean name(Rule.Head head) throws UnexpectedComment {
    List<Term> ref = head.ref().terms();
    if (head.key() != null && head.value() == null && !isDynamic(ref)) {
      ref = Terms.groundPrefix(ref);
    }
    List<Term> written = ref;
    if (style.refHeads() || ref.size() == 1) {
      page.losingComments(() -> terms.ref(written));
      return true;
    }
    boolean commented =
        !page.comments().isEmpty()
            && ref.get(1).location().row() == page.comments().getFirst().location().row();
    if (commented) {
      page.writeVerbatim(head.location());
      return false;
    }
    page.write(TermText.of(ref.get(0)) + "[" + text(ref.get(1)) + "]");
    return true;
  }

  private String text(Term term) {
    return term instanceof Term.Var variable ? style.variable(variable) : TermText.of(term);
  }

  private static boolean isDynamic(List<Term> ref) {
    return ref.stream().skip(1).anyMatch(term -> !Terms.isConstant(term));
  }

  private void key(Term key) throws UnexpectedComment {
    page.write(style.contains() ? " contains " : "[");
    terms.term(key);
    page.write(style.contains() ? "" : "]");
  }

  /// Whether a value is more than the `true` that a head without value has. Where the source has no
  /// body either, v1 requires it, but for functions and where there is a key.
  private boolean hasWrittenValue(
      Rule rule, @Nullable Term value, boolean constant, boolean alternative) {
    Rule.Head head = rule.head();
    boolean isTrue = Terms.equal(value, truth());
    if (isTrue && !constant && head.key() == null && !rule.isDefault()) {
      return false;
    }
    boolean required = style.assigns() && constant && head.key() == null && head.args().isEmpty();
    return alternative || required || !isTrue || !standsAtHead(head);
  }

  /// Whether the value has the place of its head, because it is not in the source.
  private static boolean standsAtHead(Rule.Head head) {
    return head.value() != null && head.value().location().equals(head.location());
  }
}
