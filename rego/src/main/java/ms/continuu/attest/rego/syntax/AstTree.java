package ms.continuu.attest.rego.syntax;

import java.util.List;
import ms.continuu.attest.value.RegoText;

/// A module as `opa parse` shows it: a node a line, one space a level.
public final class AstTree {
  /// How many calls a node takes, at most.
  private static final int CALLS = 12;

  private final StringBuilder out = new StringBuilder();
  private final DeepCalls.Watch watch;
  private int depth = -1;

  private AstTree(DeepCalls.Watch watch) {
    this.watch = watch;
  }

  public static String of(Module module) {
    return DeepCalls.run(watch -> {
      AstTree tree = new AstTree(watch);
      tree.node("module", () -> tree.module(module));
      return tree.out.toString();
    });
  }

  private void node(String line, Runnable children) {
    depth++;
    watch.entered(depth * CALLS);
    out.repeat(" ", depth).append(line).append('\n');
    children.run();
    depth--;
  }

  private void leaf(String line) {
    node(line, () -> {});
  }

  private void module(Module module) {
    node("package", () -> ref(module.packageDeclaration().path().terms()));
    for (Module.Import statement : module.imports()) {
      node(
          "import",
          () -> {
            ref(statement.path().terms());
            leaf(statement.alias() == null ? "" : statement.alias().name());
          });
    }
    module.rules().forEach(this::rule);
    module.annotations().forEach(a -> leaf("annotations"));
    module.comments().forEach(c -> leaf("comment"));
  }

  private void rule(Rule rule) {
    node(
        "rule",
        () -> {
          node("head", () -> head(rule.head()));
          body(rule.body());
          if (rule.otherwise() != null) {
            rule(rule.otherwise());
          }
        });
  }

  private void head(Rule.Head head) {
    ref(head.ref().terms());
    if (!head.args().isEmpty()) {
      node("args", () -> terms(head.args()));
    }
    if (head.value() != null) {
      term(head.value());
    }
  }

  private void body(Body body) {
    node("body", () -> body.exprs().forEach(this::expr));
  }

  private void expr(Expr expr) {
    node(
        "expr " + (expr.negated() ? "negated " : "") + "index=" + expr.index(),
        () -> {
          form(expr.form());
          for (Expr.With with : expr.withs()) {
            node("with", () -> terms(List.of(with.target(), with.value())));
          }
        });
  }

  private void form(Expr.Form form) {
    switch (form) {
      case Expr.Single single -> term(single.term());
      case Expr.Call call -> terms(call.terms());
      case Expr.Some some -> node("somedecl", () -> terms(some.symbols()));
      case Expr.Every every ->
          node(
              "every",
              () -> {
                if (every.key() != null) {
                  term(every.key());
                }
                terms(List.of(every.value(), every.domain()));
                body(every.body());
              });
      case Expr.Not not -> node("not", () -> body(not.body()));
      case Expr.And and -> logical("logicaland", and.left(), and.right());
      case Expr.Or or -> logical("logicalor", or.left(), or.right());
    }
  }

  private void logical(String name, Body left, Body right) {
    node(
        name,
        () -> {
          body(left);
          body(right);
        });
  }

  private void terms(List<Term> terms) {
    terms.forEach(this::term);
  }

  private void ref(List<Term> terms) {
    node("ref", () -> terms(terms));
  }

  private void term(Term term) {
    switch (term) {
      case Term.Scalar t -> leaf(asFormat(RegoText.of(t.value())));
      case Term.Var t -> leaf(TermText.of(t));
      case Term.Ref t -> ref(t.terms());
      case Term.ArrayTerm t -> node("array", () -> terms(t.items()));
      case Term.SetTerm t -> node("set", () -> terms(Terms.sorted(t)));
      case Term.ObjectTerm t -> node("object", () -> entries(t));
      case Term.Call t -> node("call", () -> terms(t.terms()));
      case Term.ArrayComprehension t ->
          node("arraycomprehension", () -> comprehension(List.of(t.term()), t.body()));
      case Term.SetComprehension t ->
          node("setcomprehension", () -> comprehension(List.of(t.term()), t.body()));
      case Term.ObjectComprehension t ->
          node("objectcomprehension", () -> comprehension(List.of(t.key(), t.value()), t.body()));
      case Term.TemplateString t -> leaf("templatestring");
    }
  }

  /// Of a repeated key, the last value is shown each time.
  private void entries(Term.ObjectTerm object) {
    List<Term.Entry> sorted = Terms.sorted(object);
    for (int i = 0; i < sorted.size(); i++) {
      int last = i;
      while (last + 1 < sorted.size()
          && Terms.equal(sorted.get(i).key(), sorted.get(last + 1).key())) {
        last++;
      }
      term(sorted.get(i).key());
      term(sorted.get(last).value());
    }
  }

  private void comprehension(List<Term> head, Body body) {
    terms(head);
    body(body);
  }

  /// OPA prints a value as a format of Go's `fmt` without operands.
  private static String asFormat(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder printed = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '%') {
        printed.append(c);
        continue;
      }
      while (at < text.length() && "+-# 0123456789.".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == text.length()) {
        printed.append("%!(NOVERB)");
      } else if (text.charAt(at) == '%') {
        printed.append('%');
        at++;
      } else {
        int verb = text.codePointAt(at);
        printed.append("%!").appendCodePoint(verb).append("(MISSING)");
        at += Character.charCount(verb);
      }
    }
    return printed.toString();
  }
}
