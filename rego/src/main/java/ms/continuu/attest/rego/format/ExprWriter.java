package ms.continuu.attest.rego.format;

import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Writes bodies and their expressions.
final class ExprWriter {
  private final Page page;
  private final Style style;
  private final TermWriter terms;
  private @Nullable Expr parenthesized;

  ExprWriter(Page page, Style style) {
    this.page = page;
    this.style = style;
    this.terms = new TermWriter(page, style, this);
  }

  TermWriter terms() {
    return terms;
  }

  // Bodies

  /// Each expression on its own line, with at most one empty line between two.
  void body(Body body) throws UnexpectedComment {
    page.writeCommentsUpTo(body.location());
    Expr previous = null;
    for (Expr expr : body.exprs()) {
      if (previous != null && expr.location().row() > Places.endRow(previous.location()) + 1) {
        page.blankLine();
      }
      page.startLine();
      Page.stops(() -> expr(expr));
      page.endLine();
      previous = expr;
    }
  }

  /// A body between brackets: on the line of what is before it if it is so in the source, else each
  /// expression on its own line.
  ///
  /// @param before where what is before the body stands
  /// @param whole the node from its opening bracket on
  void bracketedBody(Body body, Location before, Location whole, char open, char close)
      throws UnexpectedComment {
    boolean multiLine = body.location().row() > before.row() || Rows.of(body).size() > 1;
    if (!multiLine) {
      page.write(" ");
      exprsOnOneLine(body.exprs());
      closeBody(whole, open, close);
      return;
    }
    page.endLine();
    page.indent();
    try {
      body(body);
      closeBody(whole, open, close);
    } finally {
      page.outdent();
      page.startLine();
    }
  }

  private void exprsOnOneLine(List<Expr> exprs) throws UnexpectedComment {
    for (int i = 0; i < exprs.size(); i++) {
      if (i > 0) {
        page.write("; ");
      }
      expr(exprs.get(i));
    }
  }

  private void closeBody(Location whole, char open, char close) throws UnexpectedComment {
    page.losingComments(() -> page.writeCommentsUpTo(Places.closingRow(whole, open, close)));
  }

  // Expressions

  void expr(Expr expr) throws UnexpectedComment {
    boolean inParentheses = isParenthesized(expr);
    page.writeCommentsUpTo(expr.location());
    page.ensureLine();
    boolean negatedInParentheses = negatedInParentheses(expr);
    page.write(expr.negated() ? "not " : "");
    page.write(negatedInParentheses ? "(" : "");
    page.write(inParentheses ? "(" : "");
    form(expr);
    page.write(inParentheses ? ")" : "");
    page.write(negatedInParentheses ? ")" : "");
    withs(expr);
  }

  @SuppressWarnings("ReferenceEquality") // this node and no other of the same meaning
  private boolean isParenthesized(Expr expr) {
    if (parenthesized != expr) {
      return false;
    }
    parenthesized = null;
    return true;
  }

  /// `not` binds tighter than `and` and `or`, and braces behind it may be a body.
  private boolean negatedInParentheses(Expr expr) {
    return expr.negated()
        && (LogicalChain.isLogical(expr) || style.notBodies() && Leads.beginsWithBrace(expr));
  }

  private void form(Expr expr) throws UnexpectedComment {
    switch (expr.form()) {
      case Expr.Single single -> terms.term(single.term());
      case Expr.Call call -> call(call);
      case Expr.Some some -> page.losingComments(() -> some(some));
      case Expr.Every every -> page.losingComments(() -> every(every, expr.location()));
      case Expr.Not not -> page.losingComments(() -> not(not, expr.location()));
      case Expr.And a -> chain(LogicalChain.of(expr));
      case Expr.Or o -> chain(LogicalChain.of(expr));
    }
  }

  private void some(Expr.Some some) throws UnexpectedComment {
    page.writeCommentsUpTo(some.location());
    page.write("some ");
    int row = some.location().row();
    List<Term> symbols = some.symbols();
    for (int i = 0; i < symbols.size(); i++) {
      Term symbol = symbols.get(i);
      if (symbol instanceof Term.Call call) {
        terms.membership(call.terms(), false, some.location());
      } else {
        row = someVariable(symbol, i > 0, row);
        page.write(i < symbols.size() - 1 ? "," : "");
      }
    }
  }

  /// Writes a variable on the row it has in the source, and returns that row.
  private int someVariable(Term symbol, boolean follows, int row) throws UnexpectedComment {
    int own = symbol.location().row();
    if (own > row) {
      page.endLine();
      page.startLine();
      page.write("\t");
    } else if (follows) {
      page.write(" ");
    }
    terms.term(symbol);
    return Math.max(own, row);
  }

  private void every(Expr.Every every, Location place) throws UnexpectedComment {
    page.writeCommentsUpTo(place);
    page.write("every ");
    if (every.key() != null) {
      terms.term(every.key());
      page.write(", ");
    }
    terms.term(every.value());
    page.write(" in ");
    terms.term(every.domain());
    page.write(" {");
    List<Expr> exprs = every.body().exprs();
    Page.stops(() -> bracketedBody(every.body(), place, place, '{', '}'));
    boolean sameRow =
        exprs.size() == 1 && exprs.getFirst().location().row() == every.location().row();
    page.write(sameRow ? " }" : "}");
  }

  private void not(Expr.Not not, Location place) throws UnexpectedComment {
    page.writeCommentsUpTo(place);
    page.write("not ");
    List<Expr> exprs = not.body().exprs();
    Expr first = exprs.getFirst();
    if (not.explicit() || exprs.size() > 1) {
      bracedOperand(not.body(), place);
      return;
    }
    boolean parentheses = needsParenthesesBehindNot(first);
    page.write(parentheses ? "(" : "");
    Page.stops(() -> expr(first));
    page.write(parentheses ? ")" : "");
  }

  /// A `with` would bind to the whole, `not` binds tighter than `and` and `or` and cannot follow
  /// itself, and a brace would open a body.
  private static boolean needsParenthesesBehindNot(Expr expr) {
    return !expr.withs().isEmpty()
        || LogicalChain.isLogical(expr)
        || expr.form() instanceof Expr.Not
        || Leads.beginsWithBrace(expr);
  }

  private void bracedOperand(Body body, Location brace) {
    List<Expr> exprs = body.exprs();
    if (Leads.isUnion(exprs.getFirst())) {
      parenthesized = exprs.getFirst();
    }
    page.write("{");
    Page.stops(() -> bracketedBody(body, brace, brace, '{', '}'));
    page.write(exprs.getLast().location().row() == brace.row() ? " }" : "}");
  }

  private void chain(LogicalChain chain) {
    operand(chain.first());
    boolean indented = false;
    for (LogicalChain.Step step : chain.steps()) {
      page.write(" " + step.operator());
      if (step.breaksLine()) {
        if (!indented) {
          page.indent();
          indented = true;
        }
        page.endLine();
        page.startLine();
      } else {
        page.write(" ");
      }
      operand(step.operand());
    }
    if (indented) {
      page.outdent();
    }
  }

  private void operand(LogicalChain.Operand operand) {
    switch (operand) {
      case LogicalChain.Bare bare -> {
        page.write(bare.parenthesized() ? "(" : "");
        Page.stops(() -> expr(bare.expr()));
        page.write(bare.parenthesized() ? ")" : "");
      }
      case LogicalChain.Braced braced -> {
        if (braced.body().exprs().isEmpty()) {
          page.write("{}");
        } else {
          bracedOperand(braced.body(), braced.brace());
        }
      }
    }
  }

  private void call(Expr.Call call) throws UnexpectedComment {
    BuiltinDeclaration builtin = Leads.infix(call.operator());
    if (builtin == null) {
      page.losingComments(() -> terms.plainCall(call.terms()));
    } else if (builtin.infix().equals("in")) {
      page.losingComments(() -> terms.membership(call.terms(), false, call.operator().location()));
    } else {
      infix(call, builtin);
    }
  }

  /// `x op y`, or `z = x op y` where the call has its result as a further operand.
  private void infix(Expr.Call call, BuiltinDeclaration builtin) throws UnexpectedComment {
    List<Term> operands = call.operands();
    String operator = " " + builtin.infix() + " ";
    if (operands.size() == builtin.arity()) {
      page.losingComments(() -> terms.term(operands.get(0)));
      page.write(operator);
      terms.term(operands.get(1));
    } else if (operands.size() == builtin.arity() + 1) {
      page.losingComments(() -> {
        terms.term(operands.get(2));
        page.write(" = ");
        terms.term(operands.get(0));
        page.write(operator);
        terms.term(operands.get(1));
      });
    } else {
      page.report(Arity.mismatch(builtin, operands, call.operator().location()));
      page.losingComments(() -> terms.plainCall(call.terms()));
    }
  }

  /// Puts the union that the text of an expression begins with in parentheses: behind a brace it
  /// would be read as a comprehension.
  void parenthesizeLeadingUnion(Expr expr) {
    if (expr.negated()) {
      return;
    }
    if (LogicalChain.isLogical(expr)) {
      if (LogicalChain.of(expr).first() instanceof LogicalChain.Bare(Expr first, boolean parens)
          && !parens) {
        parenthesizeLeadingUnion(first);
      }
    } else if (Leads.isUnion(expr)) {
      parenthesized = expr;
    } else if (expr.form() instanceof Expr.Call call) {
      Term first = Leads.firstOperand(call);
      if (first != null && Leads.isUnion(first)) {
        terms.parenthesize(first);
      }
    }
  }

  // Modifiers

  /// One that begins a row in the source begins an indented line.
  private void withs(Expr expr) throws UnexpectedComment {
    boolean indented = false;
    int row = lastRowBeforeWiths(expr);
    try {
      for (Expr.With with : expr.withs()) {
        boolean newLine = with.location().row() > row;
        if (newLine) {
          row = with.location().row();
          if (!indented) {
            page.indent();
            indented = true;
          }
          page.endLine();
          page.startLine();
        }
        page.losingComments(() -> with(with, newLine ? "with " : " with "));
      }
    } finally {
      if (indented) {
        page.outdent();
      }
    }
  }

  private void with(Expr.With with, String keyword) throws UnexpectedComment {
    page.writeCommentsUpTo(with.location());
    page.write(keyword);
    terms.term(with.target());
    page.write(" as ");
    Page.stops(() -> terms.term(with.value()));
  }

  private static int lastRowBeforeWiths(Expr expr) {
    Location place = expr.location();
    String text = place.text();
    if (!expr.withs().isEmpty()) {
      int withs = expr.withs().getFirst().location().start() - place.start();
      if (withs > 0 && withs <= text.length()) {
        text = text.substring(0, withs);
      }
    }
    return place.row() + Places.newlines(text.stripTrailing());
  }
}
