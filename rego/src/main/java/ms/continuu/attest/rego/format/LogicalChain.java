package ms.continuu.attest.rego.format;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.value.Location;

/// `a and b and c`: operands between operators that bind to the left, written without parentheses
/// and on one level of indentation.
record LogicalChain(Operand first, List<Step> steps) {

  /// One side of an operator: a body in braces, or a single expression.
  sealed interface Operand {
    int endRow();
  }

  /// @param brace the node from its opening brace on
  record Braced(Body body, Location brace) implements Operand {
    @Override
    public int endRow() {
      int row = Places.closingRow(brace, '{', '}');
      return row > 0 ? row : LogicalChain.endRow(body);
    }
  }

  /// @param parenthesized without parentheses it would be read differently
  record Bare(Expr expr, boolean parenthesized) implements Operand {
    @Override
    public int endRow() {
      return Places.endRowOfCode(expr.location());
    }
  }

  /// An operator and what is right of it.
  ///
  /// @param breaksLine the operand is on a line of its own
  record Step(String operator, Operand operand, boolean breaksLine) {}

  static boolean isLogical(Expr expr) {
    return expr.form() instanceof Expr.And || expr.form() instanceof Expr.Or;
  }

  /// The chain of an `and` or `or`.
  static LogicalChain of(Expr expr) {
    return switch (expr.form()) {
      case Expr.And and ->
          of(expr, "and", and.left(), and.explicitLeft(), and.right(), and.explicitRight());
      case Expr.Or or ->
          of(expr, "or", or.left(), or.explicitLeft(), or.right(), or.explicitRight());
      case Expr.Form other -> throw new IllegalArgumentException("no operator: " + other);
    };
  }

  private static LogicalChain of(
      Expr expr,
      String operator,
      Body left,
      boolean explicitLeft,
      Body right,
      boolean explicitRight) {
    Location node = expr.location();
    Operand last = operand(right, explicitRight, operator, true, node);
    if (continues(left, explicitLeft, operator)) {
      LogicalChain chain = of(left.exprs().getFirst());
      List<Step> steps = new ArrayList<>(chain.steps);
      steps.add(step(operator, last, endRow(left)));
      return new LogicalChain(chain.first, List.copyOf(steps));
    }
    Operand first = operand(left, explicitLeft, operator, false, node);
    return new LogicalChain(first, List.of(step(operator, last, first.endRow())));
  }

  /// Whether the left side is a chain itself, which this one goes on.
  private static boolean continues(Body left, boolean explicit, String operator) {
    if (explicit || left.exprs().size() != 1) {
      return false;
    }
    Expr only = left.exprs().getFirst();
    return isLogical(only) && !needsParentheses(only, operator, false);
  }

  private static Step step(String operator, Operand operand, int endRowOfLeft) {
    int start =
        switch (operand) {
          case Braced braced -> braced.brace.row();
          case Bare bare -> bare.expr.location().row();
        };
    return new Step(operator, operand, start > endRowOfLeft);
  }

  private static Operand operand(
      Body body, boolean explicit, String operator, boolean right, Location node) {
    if (explicit || body.exprs().size() != 1) {
      return new Braced(body, brace(node, body));
    }
    Expr only = body.exprs().getFirst();
    return new Bare(only, needsParentheses(only, operator, right));
  }

  /// A `with` would bind to the whole chain; `and` binds tighter than `or`, and both to the left;
  /// and a brace would open a body.
  private static boolean needsParentheses(Expr expr, String operator, boolean right) {
    if (!expr.withs().isEmpty()) {
      return true;
    }
    return switch (expr.form()) {
      case Expr.Or or -> operator.equals("and") || right;
      case Expr.And and -> operator.equals("and") && right;
      case Expr.Form other -> Leads.beginsWithBrace(expr);
    };
  }

  private static int endRow(Body body) {
    return body.exprs().isEmpty() ? 0 : Places.endRowOfCode(body.exprs().getLast().location());
  }

  /// The node from the last brace before the body on; the whole node where there is none.
  private static Location brace(Location node, Body body) {
    if (body.exprs().isEmpty()) {
      return node;
    }
    String text = node.text();
    int before = Math.min(body.location().start() - node.start(), text.length());
    int brace = before <= 0 ? -1 : text.lastIndexOf('{', before - 1);
    return brace < 0
        ? node
        : new Location(
            node.source(),
            node.start() + brace,
            node.end(),
            node.row() + Places.newlines(text.substring(0, brace)),
            node.column());
  }
}
