package ms.continuu.attest.cli.present;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;

/// A tree as an outline: the kind of each node on a line, indented by its depth.
public final class TreeOutput {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private TreeOutput() {}

  public static String of(Module module) {
    TreeOutput output = new TreeOutput();
    output.module(module);
    return output.out.toString();
  }

  private void line(String text) {
    out.append(" ".repeat(depth)).append(text).append('\n');
  }

  private void node(String name, Runnable children) {
    line(name);
    depth++;
    children.run();
    depth--;
  }

  private void module(Module module) {
    node(
        "module",
        () -> {
          node("package", () -> term(module.packageDeclaration().path()));
          module.imports().forEach(this::importStatement);
          module.rules().forEach(this::rule);
          module.annotations().forEach(annotations -> line("annotations"));
          module.comments().forEach(comment -> line("comment"));
        });
  }

  private void importStatement(Module.Import statement) {
    node(
        "import",
        () -> {
          term(statement.path());
          Term.Var alias = statement.alias();
          line(alias == null ? "" : alias.name());
        });
  }

  private void rule(Rule rule) {
    node(
        "rule",
        () -> {
          head(rule.head());
          body(rule.body());
          Rule otherwise = rule.otherwise();
          if (otherwise != null) {
            rule(otherwise);
          }
        });
  }

  private void head(Rule.Head head) {
    node(
        "head",
        () -> {
          term(head.ref());
          if (!head.args().isEmpty()) {
            node("args", () -> head.args().forEach(this::term));
          }
          Term value = head.value();
          if (value != null) {
            term(value);
          }
        });
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
            node(
                "with",
                () -> {
                  term(with.target());
                  term(with.value());
                });
          }
        });
  }

  private void form(Expr.Form form) {
    switch (form) {
      case Expr.Single single -> term(single.term());
      case Expr.Call call -> call.terms().forEach(this::term);
      case Expr.Some some -> node("somedecl", () -> some.symbols().forEach(this::term));
      case Expr.Every every ->
          node(
              "every",
              () -> {
                Term key = every.key();
                if (key != null) {
                  term(key);
                }
                term(every.value());
                term(every.domain());
                body(every.body());
              });
      case Expr.Not not -> node("not", () -> body(not.body()));
      case Expr.And and ->
          node(
              "logicaland",
              () -> {
                body(and.left());
                body(and.right());
              });
      case Expr.Or or ->
          node(
              "logicalor",
              () -> {
                body(or.left());
                body(or.right());
              });
    }
  }

  private void term(Term term) {
    switch (term) {
      case Term.Scalar scalar -> line(TermText.of(scalar));
      case Term.Var variable -> line(TermText.of(variable));
      case Term.Ref ref -> node("ref", () -> ref.terms().forEach(this::term));
      case Term.ArrayTerm array -> node("array", () -> array.items().forEach(this::term));
      case Term.SetTerm set -> node("set", () -> sorted(set.items()).forEach(this::term));
      case Term.ObjectTerm object ->
          node(
              "object",
              () ->
                  object.entries().stream()
                      .sorted(Comparator.comparing(Term.Entry::key, Terms.ORDER))
                      .forEach(entry -> {
                        term(entry.key());
                        term(entry.value());
                      }));
      case Term.ArrayComprehension array ->
          node(
              "arraycomprehension",
              () -> {
                term(array.term());
                body(array.body());
              });
      case Term.SetComprehension set ->
          node(
              "setcomprehension",
              () -> {
                term(set.term());
                body(set.body());
              });
      case Term.ObjectComprehension object ->
          node(
              "objectcomprehension",
              () -> {
                term(object.key());
                term(object.value());
                body(object.body());
              });
      case Term.Call call -> node("call", () -> call.terms().forEach(this::term));
      case Term.TemplateString template -> line("templatestring");
    }
  }

  private static List<Term> sorted(List<Term> items) {
    List<Term> sorted = new ArrayList<>(items);
    sorted.sort(Terms.ORDER);
    return sorted;
  }
}
