package ms.continuu.attest.rego.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Term;
import org.jspecify.annotations.Nullable;

/// Collects the variables of trees, as a question needs them.
final class Variables {

  /// What is passed over.
  enum Skip {
    /// The variable that a ref begins with.
    REF_HEADS,
    /// The functions that are called, and the documents that modifiers replace.
    CALL_HEADS,
    /// Keys of objects.
    OBJECT_KEYS,
    /// Comprehensions, template strings, bodies of `not`, `and`, `or`; of `every` all but the
    /// domain.
    CLOSURES,
    /// Sets.
    SETS,
    /// Template strings.
    TEMPLATES
  }

  /// What an expression needs or binds by itself.
  static final Set<Skip> SAFETY = Set.of(Skip.CALL_HEADS, Skip.CLOSURES);

  /// What a pattern can bind.
  static final Set<Skip> PATTERN = Set.of(Skip.REF_HEADS, Skip.OBJECT_KEYS, Skip.CLOSURES);

  private final boolean skipRefHeads;
  private final boolean skipCallHeads;
  private final boolean skipObjectKeys;
  private final boolean skipClosures;
  private final boolean skipSets;
  private final boolean skipTemplates;
  private final @Nullable ToIntFunction<Term.Ref> arity;
  private final Set<String> found;

  private Variables(Set<Skip> skips, @Nullable ToIntFunction<Term.Ref> arity, Set<String> found) {
    this.skipRefHeads = skips.contains(Skip.REF_HEADS);
    this.skipCallHeads = skips.contains(Skip.CALL_HEADS);
    this.skipObjectKeys = skips.contains(Skip.OBJECT_KEYS);
    this.skipClosures = skips.contains(Skip.CLOSURES);
    this.skipSets = skips.contains(Skip.SETS);
    this.skipTemplates = skips.contains(Skip.TEMPLATES);
    this.arity = arity;
    this.found = found;
  }

  static Variables into(Set<String> found, Set<Skip> skips) {
    return new Variables(skips, null, found);
  }

  /// Those of [#SAFETY], and what the implicit bodies of `not`, `and` and `or` take from outside.
  static Variables safety(Set<String> found, ToIntFunction<Term.Ref> arity) {
    return new Variables(SAFETY, arity, found);
  }

  static Set<String> of(Term term) {
    return of(term, Set.of());
  }

  static Set<String> of(Term term, Set<Skip> skips) {
    Set<String> found = new HashSet<>();
    into(found, skips).add(term);
    return found;
  }

  static Set<String> of(List<Term> terms, Set<Skip> skips) {
    Set<String> found = new HashSet<>();
    into(found, skips).add(terms);
    return found;
  }

  static Set<String> of(Body body, Set<Skip> skips) {
    Set<String> found = new HashSet<>();
    into(found, skips).add(body);
    return found;
  }

  static Set<String> of(Expr expr, Set<Skip> skips) {
    Set<String> found = new HashSet<>();
    into(found, skips).add(expr);
    return found;
  }

  /// The members of the one that the other lacks.
  static Set<String> minus(Set<String> all, Set<String> without) {
    Set<String> rest = new HashSet<>();
    for (String name : all) {
      if (!without.contains(name)) {
        rest.add(name);
      }
    }
    return rest;
  }

  static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }

  void add(List<Term> terms) {
    for (Term term : terms) {
      add(term);
    }
  }

  void add(Body body) {
    for (Expr expr : body.exprs()) {
      add(expr);
    }
  }

  void add(Expr expr) {
    if (skipClosures && expr.form() instanceof Expr.Every every) {
      add(every.domain());
      return;
    }
    switch (expr.form()) {
      case Expr.Single single -> add(single.term());
      case Expr.Call call -> addCall(call.terms());
      case Expr.Some some -> add(some.symbols());
      case Expr.Every every -> {
        if (every.key() != null) {
          add(every.key());
        }
        add(every.value());
        add(every.domain());
        add(every.body());
      }
      case Expr.Not not -> addLogical(not.body(), not.explicit(), null, false);
      case Expr.And and ->
          addLogical(and.left(), and.explicitLeft(), and.right(), and.explicitRight());
      case Expr.Or or -> addLogical(or.left(), or.explicitLeft(), or.right(), or.explicitRight());
    }
    for (Expr.With with : expr.withs()) {
      add(with);
    }
  }

  private void addLogical(
      Body left, boolean explicitLeft, @Nullable Body right, boolean explicitRight) {
    if (arity != null) {
      if (!explicitLeft) {
        found.addAll(ImplicitBodies.needs(left, arity));
      }
      if (right != null && !explicitRight) {
        found.addAll(ImplicitBodies.needs(right, arity));
      }
    } else if (!skipClosures) {
      add(left);
      if (right != null) {
        add(right);
      }
    }
  }

  private void addCall(List<Term> terms) {
    if (skipCallHeads && terms.getFirst() instanceof Term.Ref operator) {
      add(operator.terms().subList(1, operator.terms().size()));
      add(terms.subList(1, terms.size()));
    } else {
      add(terms);
    }
  }

  void add(Expr.With with) {
    if (!skipCallHeads) {
      add(with.target());
      add(with.value());
      return;
    }
    if (with.target() instanceof Term.Ref target) {
      add(target.terms().subList(1, target.terms().size()));
    }
    if (with.value() instanceof Term.Ref value) {
      add(value.terms().subList(1, value.terms().size()));
    } else {
      add(with.value());
    }
  }

  void add(Term term) {
    switch (term) {
      case Term.Scalar s -> {}
      case Term.Var variable -> found.add(variable.name());
      case Term.Ref ref ->
          add(skipRefHeads ? ref.terms().subList(1, ref.terms().size()) : ref.terms());
      case Term.ArrayTerm array -> add(array.items());
      case Term.SetTerm set -> {
        if (!skipSets) {
          add(set.items());
        }
      }
      case Term.ObjectTerm object -> {
        for (Term.Entry entry : object.entries()) {
          if (!skipObjectKeys) {
            add(entry.key());
          }
          add(entry.value());
        }
      }
      case Term.Call call -> addCall(call.terms());
      case Term.ArrayComprehension c -> {
        if (!skipClosures) {
          add(c.term());
          add(c.body());
        }
      }
      case Term.SetComprehension c -> {
        if (!skipClosures) {
          add(c.term());
          add(c.body());
        }
      }
      case Term.ObjectComprehension c -> {
        if (!skipClosures) {
          add(c.key());
          add(c.value());
          add(c.body());
        }
      }
      case Term.TemplateString template -> {
        if (!skipClosures && !skipTemplates) {
          addTemplate(template);
        }
      }
    }
  }

  private void addTemplate(Term.TemplateString template) {
    for (Term.TemplateString.Part part : template.parts()) {
      if (part instanceof Term.TemplateString.Embedded embedded) {
        add(embedded.expr());
      }
    }
  }
}
