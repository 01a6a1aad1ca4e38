package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Module.Comment;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.RegoText;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Writes terms.
final class TermWriter {
  private final Page page;
  private final Style style;
  private final ExprWriter exprs;
  private @Nullable Term parenthesized;

  TermWriter(Page page, Style style, ExprWriter exprs) {
    this.page = page;
    this.style = style;
    this.exprs = exprs;
  }

  /// Puts a term in parentheses when it comes to be written.
  void parenthesize(Term term) {
    parenthesized = term;
  }

  /// Writes a term, or, where a comment in it has no place in the style, what the source has. The
  /// comment is reported in either case.
  void term(Term term) throws UnexpectedComment {
    if (page.comments().isEmpty()) {
      plain(term, false);
      return;
    }
    Page.Mark mark = page.mark();
    try {
      plain(term, false);
    } catch (UnexpectedComment e) {
      page.writeVerbatim(term.location(), mark);
      throw e;
    }
  }

  /// @param asOperand an infix call is put in parentheses
  private void plain(Term term, boolean asOperand) throws UnexpectedComment {
    boolean inParentheses = asOperand || isParenthesized(term);
    Location place = term.location();
    page.writeCommentsUpTo(place);
    page.ensureLine();
    switch (term) {
      case Term.Scalar scalar -> scalar(scalar);
      case Term.Var variable -> page.write(style.variable(variable));
      case Term.Ref ref -> ref(ref.terms());
      case Term.ArrayTerm array -> list("[", array.items(), "]", place);
      case Term.SetTerm set -> set(set);
      case Term.ObjectTerm object -> object(object);
      case Term.ArrayComprehension array ->
          comprehension('[', array.term(), place, array.body(), ']');
      case Term.SetComprehension set -> comprehension('{', set.term(), place, set.body(), '}');
      case Term.ObjectComprehension object -> objectComprehension(object);
      case Term.Call call -> call(call, inParentheses);
      case Term.TemplateString template -> template(template);
    }
    page.ensureLine();
  }

  @SuppressWarnings("ReferenceEquality") // this node and no other of the same meaning
  private boolean isParenthesized(Term term) {
    if (parenthesized != term) {
      return false;
    }
    parenthesized = null;
    return true;
  }

  // Scalars

  private void scalar(Term.Scalar scalar) {
    page.write(
        scalar.value() instanceof StringValue string
            ? string(string, scalar.location().text())
            : TermText.of(scalar));
  }

  /// A string as the source has it, from its first quote on; in quotes, when the source has none,
  /// as a key behind a dot.
  private static String string(StringValue string, String source) {
    if (source.startsWith("`")) {
      return source;
    }
    char last = source.isEmpty() ? ' ' : source.charAt(source.length() - 1);
    int first = last == '"' || last == '`' ? source.indexOf(last) : -1;
    return first < 0 ? RegoText.of(string) : source.substring(first);
  }

  private void template(Term.TemplateString template) throws UnexpectedComment {
    String quote = template.multiLine() ? "`" : "\"";
    page.write("$" + quote);
    List<Term.TemplateString.Part> parts = template.parts();
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case Term.TemplateString.Text text ->
            page.write(TemplateText.of(text.string().value(), template.multiLine()));
        case Term.TemplateString.Embedded embedded ->
            embedded(embedded.expr(), i + 1 < parts.size() ? parts.get(i + 1) : null);
      }
    }
    page.write(quote);
  }

  private void embedded(Expr expr, Term.TemplateString.@Nullable Part next)
      throws UnexpectedComment {
    page.write("{");
    page.indent();
    if (page.hasWaitingComment()) {
      page.endLine();
      page.startLine();
    } else {
      int row = expr.location().row();
      if (page.hasCommentsBefore(row)) {
        page.write(" ");
        page.stayInLine();
        page.writeComments(page.takeCommentsBefore(row));
      }
    }
    exprs.expr(expr);
    if (next != null && page.hasCommentsBefore(place(next).row())) {
      page.endLine();
      page.writeComments(page.takeCommentsBefore(place(next).row()));
      page.startLine();
    }
    page.write("}");
    page.outdent();
  }

  private static Location place(Term.TemplateString.Part part) {
    return switch (part) {
      case Term.TemplateString.Text text -> text.string().location();
      case Term.TemplateString.Embedded embedded -> embedded.expr().location();
    };
  }

  // Refs and calls

  /// A ref by its terms.
  void ref(List<Term> terms) throws UnexpectedComment {
    Term head = terms.getFirst();
    page.losingComments(
        () -> plain(head, head instanceof Term.Call && beginsWith(head.location(), '(')));
    for (Term term : terms.subList(1, terms.size())) {
      switch (term) {
        case Term.Scalar scalar when scalar.value() instanceof StringValue name ->
            page.write(property(name, scalar.location()));
        case Term.Var variable -> page.write("[" + style.variable(variable) + "]");
        default -> index(term);
      }
    }
  }

  private String property(StringValue name, Location place) {
    return style.needsBrackets(name.text(), beginsWith(place, '"'))
        ? "[" + RegoText.of(name) + "]"
        : "." + name.text();
  }

  private void index(Term term) {
    page.write("[");
    if (Page.stops(() -> term(term))) {
      page.write("\n"); // keeps the bracket out of the comment
    }
    page.write("]");
  }

  private static boolean beginsWith(Location place, char c) {
    return place.text().indexOf(c) == 0;
  }

  private void call(Term.Call call, boolean inParentheses) throws UnexpectedComment {
    BuiltinDeclaration builtin = Leads.infix(call.operator());
    if (builtin == null) {
      plainCall(call.terms());
      return;
    }
    if (builtin.infix().equals("in")) {
      membership(call.terms(), true, call.location());
      return;
    }
    page.write(inParentheses ? "(" : "");
    List<Term> operands = call.operands();
    if (operands.size() != builtin.arity()) {
      page.report(Arity.mismatch(builtin, operands, call.location()));
      return;
    }
    plain(operands.get(0), true);
    page.write(" " + builtin.infix() + " ");
    plain(operands.get(1), true);
    page.write(inParentheses ? ")" : "");
  }

  /// `f(x, y)`, by the operator and its operands.
  void plainCall(List<Term> call) throws UnexpectedComment {
    Term operator = call.getFirst();
    if (operator instanceof Term.Ref ref) {
      List<Comment> comments = page.comments();
      ref(ref.terms());
      page.comments(comments); // OPA writes those in the ref again where they fit
    } else {
      page.write(TermText.of(operator));
    }
    list("(", call.subList(1, call.size()), ")", operator.location());
  }

  /// `x in xs` or `k, v in xs`, by the operator and its operands.
  ///
  /// @param asTerm the form with a key is put in parentheses
  void membership(List<Term> call, boolean asTerm, Location place) throws UnexpectedComment {
    BuiltinDeclaration builtin = Leads.infix(call.getFirst());
    List<Term> operands = call.subList(1, call.size());
    if (builtin != null && builtin.arity() != operands.size()) {
      page.report(Arity.mismatch(builtin, operands, place));
      return;
    }
    boolean inParentheses = asTerm && operands.size() == 3;
    page.write(inParentheses ? "(" : "");
    try {
      for (int i = 0; i < operands.size(); i++) {
        page.write(i == 0 ? "" : i == operands.size() - 1 ? " in " : ", ");
        plain(operands.get(i), true);
      }
    } finally {
      page.write(inParentheses ? ")" : "");
    }
  }

  // Collections

  private void set(Term.SetTerm set) throws UnexpectedComment {
    Location place = set.location();
    if (set.items().isEmpty()) {
      page.write("set()");
      page.writeCommentsUpTo(Places.closingRow(place, '(', ')'));
    } else {
      list("{", Terms.sorted(set), "}", place);
    }
  }

  /// Terms between brackets. `opening` is the node with the brackets, for a call its operator.
  void list(String open, List<Term> items, String close, Location opening)
      throws UnexpectedComment {
    int closingRow = Places.closingRow(opening, open.charAt(0), close.charAt(0));
    page.write(open);
    List<Listing.Element> elements = new ArrayList<>();
    for (Term item : items) {
      boolean inParentheses =
          Leads.isUnion(item) && (!open.equals("(") || beginsWith(item.location(), '('));
      elements.add(
          new Listing.Element(item, Nodes.isMade(item), () -> inParentheses(inParentheses, item)));
    }
    between(new Listing(page, opening, closingRow), elements, close);
  }

  private void object(Term.ObjectTerm object) throws UnexpectedComment {
    Location place = object.location();
    page.write("{");
    List<Listing.Element> elements = new ArrayList<>();
    for (Term.Entry entry : Terms.sorted(object)) {
      elements.add(new Listing.Element(entry.key(), false, () -> entry(entry)));
    }
    between(new Listing(page, place, Places.closingRow(place, '{', '}')), elements, "}");
  }

  private void entry(Term.Entry entry) throws UnexpectedComment {
    key(entry.key());
    inParentheses(Leads.isUnion(entry.value()), entry.value());
  }

  private void key(Term key) throws UnexpectedComment {
    boolean inParentheses = Leads.isUnion(key);
    page.write(inParentheses ? "(" : "");
    term(key);
    page.write(inParentheses ? "): " : ": ");
  }

  private static void between(Listing listing, List<Listing.Element> elements, String close)
      throws UnexpectedComment {
    try {
      listing.write(elements);
    } finally {
      listing.page().write(close);
    }
  }

  private void inParentheses(boolean inParentheses, Term term) throws UnexpectedComment {
    page.write(inParentheses ? "(" : "");
    try {
      term(term);
    } finally {
      page.write(inParentheses ? ")" : "");
    }
  }

  // Comprehensions

  /// The value stays on the line of its key; only what is behind it may be on further lines.
  private void objectComprehension(Term.ObjectComprehension object) throws UnexpectedComment {
    Location place = object.location();
    Term value = Relocation.toRow(object.value(), place.row());
    page.write("{");
    try {
      key(object.key());
      comprehensionBehind('{', value, place, object.body(), '}');
    } finally {
      page.write("}");
    }
  }

  private void comprehension(char open, Term term, Location place, Body body, char close)
      throws UnexpectedComment {
    page.write(String.valueOf(open));
    try {
      comprehensionBehind(open, term, place, body, close);
    } finally {
      page.write(String.valueOf(close));
    }
  }

  private void comprehensionBehind(char open, Term term, Location place, Body body, char close)
      throws UnexpectedComment {
    Location lead = term.location();
    if (lead.row() > place.row()) {
      page.endLine();
      page.startLine();
    }
    boolean inParentheses =
        term instanceof Term.Call && (Leads.isUnion(term) || beginsWith(lead, '('));
    plain(term, inParentheses);
    page.write(" |");
    exprs.bracketedBody(body, lead, place, open, close);
  }
}
