package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Rules that have a body, or say `contains` or `default`. Those that look like a body are made by
/// [RuleOfBody].
final class RuleParser {
  private final Grammar grammar;
  private final Cursor cursor;

  RuleParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /// The rules of one statement; null when it is none. Chained bodies are rules of their own.
  @Nullable List<Rule> rules() {
    Location begin = cursor.here();
    cursor.retagRefHead();
    boolean isDefault = cursor.at(Token.DEFAULT);
    if (isDefault) {
      cursor.scan();
      cursor.retagRefHead();
    }
    if (!cursor.at(Token.IDENT)) {
      if (isDefault) {
        RuleNames.errorKeyword(cursor, true);
      }
      return null;
    }
    RuleDraft head = head(isDefault);
    if (head == null) {
      return null;
    }
    if (isDefault) {
      return defaultRule(begin, head);
    }
    boolean hasIf = cursor.at(Token.IF);
    if (!normalize(head, hasIf)) {
      return null;
    }
    if (!hasIf && !cursor.at(Token.LEFT_BRACE)) {
      return head.contains
          ? List.of(rule(head, Nodes.implicitTrue(begin), null, true, head.location))
          : null;
    }
    Body body = hasIf ? bodyAfterIf(head) : braced();
    return body == null ? null : withElseAndChain(begin, head, body);
  }

  private static Rule rule(
      RuleDraft head, Body body, @Nullable Rule otherwise, boolean generated, Location place) {
    return new Rule(false, head.head(), body, otherwise, List.of(), generated, place);
  }

  private @Nullable List<Rule> defaultRule(Location begin, RuleDraft head) {
    if (!hasDefaultValue(begin, head) || !hasDefaultArgs(begin, head)) {
      return null;
    }
    Body body = Nodes.implicitTrue(begin);
    return List.of(new Rule(true, head.head(), body, null, List.of(), false, begin));
  }

  /// The forms of `p[x]`: a partial set's or object's member, or a single value.
  private static boolean normalize(RuleDraft head, boolean hasIf) {
    if (head.contains || head.ref.size() != 2) {
      return true;
    }
    Term key = head.ref.get(1);
    if (hasIf) {
      if ((!Terms.isGround(key) || key instanceof Term.Ref) && head.args.isEmpty()) {
        head.key = key;
      }
      if (head.value == null) {
        head.generatedValue = true;
        head.value = Nodes.bool(true, head.location);
        return true;
      }
      return nameByRoot(head);
    }
    if (!head.args.isEmpty()) {
      return true;
    }
    if (!nameByRoot(head)) {
      return false;
    }
    head.key = key;
    if (head.value == null) {
      head.ref = head.ref.subList(0, 1);
    }
    return true;
  }

  private static boolean nameByRoot(RuleDraft head) {
    String root = head.root();
    if (root == null) {
      return false;
    }
    head.name = root;
    return true;
  }

  private @Nullable Body bodyAfterIf(RuleDraft head) {
    head.hasIf = true;
    cursor.scan();
    Cursor.State mark = cursor.save();
    boolean brace = cursor.at(Token.LEFT_BRACE);
    Expr expr = grammar.literals.literal();
    // A set is never false: `if { true }` is a body.
    boolean isSet = brace && expr != null && expr.form() instanceof Expr.Single(Term.SetTerm set);
    if (expr != null && !isSet) {
      return Nodes.bodyOf(expr);
    }
    if (!brace) {
      return null;
    }
    cursor.restore(mark);
    return braced();
  }

  private @Nullable Body braced() {
    cursor.scan();
    Body body = grammar.literals.body(Token.RIGHT_BRACE);
    if (body != null) {
      cursor.scan();
    }
    return body;
  }

  private @Nullable List<Rule> withElseAndChain(Location begin, RuleDraft head, Body body) {
    Rule otherwise = null;
    if (cursor.at(Token.ELSE) && !cursor.retagRefHead()) {
      otherwise = otherwise(head);
      if (otherwise == null) {
        return null;
      }
    }
    List<Rule> rules = new ArrayList<>();
    Rule first = rule(head, body, otherwise, false, cursor.extend(begin));
    rules.add(first);
    while (cursor.at(Token.LEFT_BRACE)) {
      if (otherwise != null) {
        cursor.errorHere("expected else keyword");
        return null;
      }
      Location place = cursor.here();
      Body next = braced();
      if (next == null) {
        return null;
      }
      rules.add(chained(first.head(), next, cursor.extend(place)));
    }
    return rules;
  }

  /// A rule of a further body: its head is said to stand there.
  private Rule chained(Rule.Head first, Body body, Location place) {
    RuleDraft head = new RuleDraft(first);
    head.contains = first.contains();
    head.hasIf = first.hasIf();
    head.args = freshWildcards(first.args()).stream().map(t -> Nodes.allAt(t, place)).toList();
    head.key = Nodes.allAtOrNull(first.key(), place);
    head.value = Nodes.allAtOrNull(first.value(), place);
    head.location = place;
    return rule(head, body, null, false, place);
  }

  private List<Term> freshWildcards(List<Term> args) {
    List<Term> fresh = new ArrayList<>(args.size());
    for (Term arg : args) {
      boolean wildcard = arg instanceof Term.Var variable && variable.name().startsWith("$");
      fresh.add(wildcard ? new Term.Var(cursor.wildcard(), arg.location()) : arg);
    }
    return fresh;
  }

  private @Nullable Rule otherwise(RuleDraft head) {
    if (head.ref.size() > 1 && !Terms.isGround(new Term.Ref(head.ref, head.location))) {
      cursor.errorHere("else keyword cannot be used on rules with variables in head");
      return null;
    }
    if (head.key != null) {
      cursor.errorHere("else keyword cannot be used on multi-value rules");
      return null;
    }
    return elseRule(head.head());
  }

  private @Nullable Rule elseRule(Rule.Head of) {
    if (!cursor.enter()) {
      return null;
    }
    Rule rule = elseRuleWithin(of);
    cursor.leave();
    return rule;
  }

  private @Nullable Rule elseRuleWithin(Rule.Head of) {
    Location begin = cursor.here();
    RuleDraft head = new RuleDraft(of);
    head.generatedValue = false;
    head.args = freshWildcards(of.args());
    head.location = begin;
    cursor.scan();
    switch (cursor.token()) {
      case LEFT_BRACE, IF -> {
        head.generatedValue = true;
        head.value = Nodes.bool(true, Location.NONE);
      }
      case ASSIGN, UNIFY -> {
        head.assign = cursor.at(Token.ASSIGN);
        cursor.scan();
        head.value = grammar.terms.infix();
        if (head.value == null) {
          return null;
        }
        head.location = cursor.extend(begin);
      }
      default -> {
        cursor.illegal("expected else value term or rule body");
        return null;
      }
    }
    if (!cursor.at(Token.IF) && !cursor.at(Token.LEFT_BRACE)) {
      Location place = cursor.extend(begin);
      return rule(head, Nodes.implicitTrue(place), null, true, place);
    }
    if (cursor.at(Token.IF)) {
      head.hasIf = true;
      cursor.scan();
    }
    boolean braces = cursor.at(Token.LEFT_BRACE);
    Body body = elseBody(braces);
    if (body == null) {
      return null;
    }
    Rule otherwise = null;
    if (cursor.at(Token.ELSE)) {
      otherwise = elseRule(of);
      if (otherwise == null) {
        return null;
      }
    }
    Location place = cursor.extend(begin);
    return rule(head, braces ? body : Nodes.allAt(body, place), otherwise, false, place);
  }

  private @Nullable Body elseBody(boolean braces) {
    if (braces) {
      return braced();
    }
    if (cursor.at(Token.EOF)) {
      cursor.illegal("rule body expected");
      return null;
    }
    Expr expr = grammar.literals.literal();
    return expr == null ? null : Nodes.bodyOf(expr);
  }

  private @Nullable RuleDraft head(boolean isDefault) {
    Location begin = cursor.here();
    Term name = grammar.terms.finishHead(grammar.terms.variable());
    if (name == null) {
      cursor.illegal("expected rule head name");
      return null;
    }
    RuleDraft head = draft(name);
    if (head == null) {
      return null;
    }
    String text = TermText.ofRef(head.ref);
    switch (cursor.token()) {
      case CONTAINS -> {
        contains(head, text);
        head.location = cursor.extend(begin);
        return head;
      }
      case UNIFY -> {
        cursor.scan();
        head.value = grammar.terms.infix();
        if (head.value == null) {
          cursor.illegal("expected rule value term (e.g., " + text + "[<nil>] = <VALUE> { ... })");
        }
      }
      case ASSIGN -> {
        cursor.scan();
        head.assign = true;
        head.value = grammar.terms.infix();
        if (head.value == null) {
          cursor.illegal(expectedValue(head, text, isDefault));
        }
      }
      default -> {}
    }
    if (head.value == null && (head.ref.size() != 2 || !head.args.isEmpty())) {
      head.generatedValue = true;
      head.value = Nodes.bool(true, Location.NONE);
    }
    head.location = cursor.extend(begin);
    return head;
  }

  private @Nullable RuleDraft draft(Term name) {
    return switch (name) {
      case Term.Var variable -> new RuleDraft(List.of(variable));
      case Term.Ref ref -> new RuleDraft(ref.terms());
      case Term.Call call when call.operator() instanceof Term.Ref ref -> {
        if (!(ref.head() instanceof Term.Var)) {
          cursor.illegal("rule head ref " + TermText.of(ref) + " invalid");
          yield null;
        }
        RuleDraft head = new RuleDraft(ref.terms());
        head.args = call.operands();
        head.call = true;
        yield head;
      }
      default -> null;
    };
  }

  private void contains(RuleDraft head, String text) {
    head.contains = true;
    if (head.call) {
      cursor.illegal(
          "the contains keyword can only be used with multi-value rule definitions (e.g., "
              + text
              + " contains <VALUE> { ... })");
    }
    cursor.scan();
    head.key = grammar.terms.infix();
    if (head.key == null) {
      cursor.illegal("expected rule key term (e.g., " + text + " contains <VALUE> { ... })");
    }
  }

  private static String expectedValue(RuleDraft head, String text, boolean isDefault) {
    if (!head.args.isEmpty()) {
      return "expected function value term (e.g., " + text + "(...) := <VALUE> { ... })";
    }
    return isDefault
        ? "expected default rule value term (e.g., default " + text + " := <VALUE>)"
        : "expected rule value term (e.g., " + text + " := <VALUE> { ... })";
  }

  private boolean hasDefaultValue(Location begin, RuleDraft head) {
    if (head.value == null) {
      cursor.error(begin, "illegal default rule (must have a value)");
      return false;
    }
    List<String> illegal = new ArrayList<>();
    collectDynamic(head.value, illegal);
    illegal.forEach(
        kind -> cursor.error(begin, "illegal default rule (value cannot contain " + kind + ")"));
    return illegal.isEmpty();
  }

  /// The kinds of what has no value of its own, outside comprehensions.
  private static void collectDynamic(Term term, List<String> kinds) {
    switch (term) {
      case Term.Var t -> kinds.add("var");
      case Term.Ref t -> kinds.add("ref");
      case Term.Call t -> kinds.add("call");
      case Term.ArrayTerm t -> t.items().forEach(item -> collectDynamic(item, kinds));
      case Term.SetTerm t -> Terms.sorted(t).forEach(item -> collectDynamic(item, kinds));
      case Term.ObjectTerm t ->
          Terms.sorted(t)
              .forEach(entry -> {
                collectDynamic(entry.key(), kinds);
                collectDynamic(entry.value(), kinds);
              });
      case Term.TemplateString t -> collectDynamic(t, kinds);
      case Term.Scalar t -> {}
      case Term.ArrayComprehension t -> {}
      case Term.SetComprehension t -> {}
      case Term.ObjectComprehension t -> {}
    }
  }

  private static void collectDynamic(Term.TemplateString template, List<String> kinds) {
    for (Term.TemplateString.Part part : template.parts()) {
      if (part instanceof Term.TemplateString.Embedded embedded) {
        collectDynamic(embedded.expr(), kinds);
      }
    }
  }

  private static void collectDynamic(Body body, List<String> kinds) {
    body.exprs().forEach(expr -> collectDynamic(expr, kinds));
  }

  private static void collectDynamic(Expr expr, List<String> kinds) {
    switch (expr.form()) {
      case Expr.Single form -> collectDynamic(form.term(), kinds);
      case Expr.Call form -> form.terms().forEach(term -> collectDynamic(term, kinds));
      case Expr.Some form -> form.symbols().forEach(term -> collectDynamic(term, kinds));
      case Expr.Every form -> {
        if (form.key() != null) {
          collectDynamic(form.key(), kinds);
        }
        collectDynamic(form.value(), kinds);
        collectDynamic(form.domain(), kinds);
        collectDynamic(form.body(), kinds);
      }
      case Expr.Not form -> collectDynamic(form.body(), kinds);
      case Expr.And form -> {
        collectDynamic(form.left(), kinds);
        collectDynamic(form.right(), kinds);
      }
      case Expr.Or form -> {
        collectDynamic(form.left(), kinds);
        collectDynamic(form.right(), kinds);
      }
    }
    for (Expr.With with : expr.withs()) {
      collectDynamic(with.target(), kinds);
      collectDynamic(with.value(), kinds);
    }
  }

  private boolean hasDefaultArgs(Location begin, RuleDraft head) {
    Set<String> names = new HashSet<>();
    boolean valid = true;
    for (Term arg : head.args) {
      if (!(arg instanceof Term.Var variable)) {
        cursor.error(
            begin, "illegal default rule (arguments cannot contain " + Nodes.kind(arg) + ")");
        valid = false;
      } else if (!names.add(variable.name())) {
        cursor.error(
            begin, "illegal default rule (arguments cannot be repeated " + variable.name() + ")");
        valid = false;
      }
    }
    return valid;
  }
}
