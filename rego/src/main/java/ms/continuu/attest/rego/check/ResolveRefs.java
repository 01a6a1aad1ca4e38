package ms.continuu.attest.rego.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Expr;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.StringValue;
import org.jspecify.annotations.Nullable;

/// Names of rules and imports become refs from `data` or `input`, where nothing nearer declares the
/// name.
///
/// `package a; import data.b; p if { q; b.c }` → `data.a.q; data.b.c`
final class ResolveRefs {
  private final Map<String, List<Term>> globals;
  private final Function<String, SharedPlaces.Owner> owners;
  private final SharedPlaces places;
  private final Set<String> used = new HashSet<>();

  /// Names that bodies around the place declare.
  private final Deque<Set<String>> declared = new ArrayDeque<>();

  private ResolveRefs(
      Map<String, List<Term>> globals,
      Function<String, SharedPlaces.Owner> owners,
      SharedPlaces places) {
    this.globals = globals;
    this.owners = owners;
    this.places = places;
  }

  static void in(ProgramDraft program) {
    Map<String, List<ModuleDraft>> byPackage = new LinkedHashMap<>();
    for (ModuleDraft module : program.modules) {
      byPackage.computeIfAbsent(TermText.ofRef(module.path()), p -> new ArrayList<>()).add(module);
    }
    Map<String, Map<String, List<Term>>> exports = new HashMap<>();
    byPackage.forEach((path, modules) -> exports.put(path, exports(modules)));
    for (ModuleDraft module : program.modules) {
      Map<String, List<Term>> globals =
          new HashMap<>(exports.getOrDefault(TermText.ofRef(module.path()), Map.of()));
      Set<String> imported = addImports(globals, module.imports());
      SharedPlaces.Owner ofPackage = new SharedPlaces.Owner(module, "");
      ResolveRefs resolution =
          new ResolveRefs(
              globals,
              name -> imported.contains(name) ? new SharedPlaces.Owner(module, name) : ofPackage,
              program.places);
      module.visitRules(rule -> {
        Diagnostic error = resolution.resolve(rule);
        return error != null && program.errors.add(error);
      });
      if (program.options.strict()) {
        resolution.addUnused(module.imports(), program.unusedImports);
      }
    }
  }

  /// A query's names are those of a package and of imports.
  static Body inQuery(
      Body query,
      List<ModuleDraft> packageModules,
      List<Module.Import> imports,
      SharedPlaces places) {
    Map<String, List<Term>> globals = exports(packageModules);
    Set<String> imported = addImports(globals, imports);
    Object scope = new Object();
    ResolveRefs resolution =
        new ResolveRefs(
            globals,
            name -> new SharedPlaces.Owner(scope, imported.contains(name) ? name : ""),
            places);
    resolution.declared.push(Declarations.of(query));
    return resolution.body(query);
  }

  private static Map<String, List<Term>> exports(List<ModuleDraft> modules) {
    Map<String, List<Term>> globals = new HashMap<>();
    for (ModuleDraft module : modules) {
      for (RuleDraft rule : module.rules()) {
        if (rule.head().ref().head() instanceof Term.Var name
            && !globals.containsKey(name.name())) {
          List<Term> ref = new ArrayList<>(module.path());
          ref.add(new Term.Scalar(StringValue.of(name.name()), Location.NONE));
          globals.put(name.name(), List.copyOf(ref));
        }
      }
    }
    return globals;
  }

  /// The names that imports bring.
  private static Set<String> addImports(
      Map<String, List<Term>> globals, List<Module.Import> imports) {
    Set<String> names = new HashSet<>();
    for (Module.Import each : imports) {
      if (!Imports.isOfLanguage(each)) {
        names.add(Imports.name(each));
        globals.put(Imports.name(each), each.path().terms());
      }
    }
    return names;
  }

  private void addUnused(List<Module.Import> imports, List<Module.Import> unused) {
    for (Module.Import each : imports) {
      if (!Imports.isOfLanguage(each) && !used.contains(Imports.name(each))) {
        unused.add(each);
      }
    }
  }

  private @Nullable Diagnostic resolve(RuleDraft rule) {
    Set<String> parameters = new HashSet<>();
    for (Term arg : rule.head().args()) {
      Term shadowing = addParameters(arg, parameters);
      if (shadowing != null) {
        return ErrorLog.error(
            ErrorLog.COMPILE,
            "args must not shadow " + TermText.of(shadowing) + " (use a different variable name)",
            rule.location());
      }
    }
    declared.clear();
    declared.push(parameters);
    declared.push(Declarations.of(rule.body()));
    Rule.Head head = rule.head();
    List<Term> ref = new ArrayList<>();
    ref.add(head.ref().head());
    for (Term part : head.ref().terms().subList(1, head.ref().terms().size())) {
      ref.add(term(part));
    }
    Term key = head.key();
    Term value = head.value();
    rule.head(
        Heads.of(
            head,
            new Term.Ref(ref, head.ref().location()),
            head.args(),
            key == null ? null : term(key),
            value == null ? null : term(value)));
    rule.body(body(rule.body()));
    return null;
  }

  /// Adds the variables that a parameter's pattern binds; the document that it shadows, or null.
  private static @Nullable Term addParameters(Term arg, Set<String> parameters) {
    Term[] shadowing = {null};
    Walk.ofTerms(
            term -> {
              if (shadowing[0] != null) {
                return false;
              }
              if (Exprs.isRoot(term)) {
                shadowing[0] = term;
                return false;
              }
              if (term instanceof Term.Var variable) {
                parameters.add(variable.name());
              }
              return switch (term) {
                case Term.SetTerm s -> false;
                case Term.Call c -> false;
                default -> !Exprs.isComprehension(term);
              };
            })
        .visit(arg);
    return shadowing[0];
  }

  private @Nullable List<Term> global(String name) {
    List<Term> ref = globals.get(name);
    if (ref == null) {
      return null;
    }
    for (Set<String> names : declared) {
      if (names.contains(name)) {
        return null;
      }
    }
    used.add(name);
    return ref;
  }

  /// The ref of a global name, at the place where the name stands.
  private List<Term> at(List<Term> ref, Term.Var name) {
    List<Term> placed = new ArrayList<>(ref.size());
    for (Term part : ref) {
      placed.add(
          switch (part) {
            case Term.Scalar scalar -> new Term.Scalar(scalar.value(), name.location());
            case Term.Var variable -> new Term.Var(variable.name(), name.location());
            default -> part;
          });
    }
    places.add(placed.getFirst(), owners.apply(name.name()));
    return placed;
  }

  private Body body(Body body) {
    return new Body(Rewriter.all(body.exprs(), this::expr));
  }

  private Expr expr(Expr expr) {
    Expr.Form form =
        switch (expr.form()) {
          case Expr.Single single -> new Expr.Single(term(single.term()));
          case Expr.Call call -> new Expr.Call(terms(call.terms()));
          case Expr.Some some ->
              some.symbols().getFirst() instanceof Term.Call call
                  ? new Expr.Some(
                      List.of(new Term.Call(terms(call.terms()), Location.NONE)), some.location())
                  : some;
          case Expr.Every every -> every(every);
          case Expr.Not not -> new Expr.Not(body(not.body()), not.explicit(), not.location());
          case Expr.And and -> Exprs.with(and, body(and.left()), body(and.right()));
          case Expr.Or or -> Exprs.with(or, body(or.left()), body(or.right()));
        };
    List<Expr.With> withs =
        Rewriter.all(
            expr.withs(),
            with -> new Expr.With(term(with.target()), term(with.value()), with.location()));
    return expr.withForm(form).withWiths(withs);
  }

  /// OPA forgets where the statement stood.
  private Expr.Every every(Expr.Every every) {
    Set<String> names = new HashSet<>();
    Variables variables = Variables.into(names, Set.of());
    if (every.key() != null) {
      variables.add(every.key());
    }
    variables.add(every.value());
    declared.push(names);
    Term domain = term(every.domain());
    Body body = body(every.body());
    declared.pop();
    return new Expr.Every(every.key(), every.value(), domain, body, Location.NONE);
  }

  private List<Term> terms(List<Term> terms) {
    return Rewriter.all(terms, this::term);
  }

  private Term term(Term term) {
    return switch (term) {
      case Term.Scalar scalar -> scalar;
      case Term.Var variable -> {
        List<Term> ref = global(variable.name());
        yield ref == null ? variable : new Term.Ref(at(ref, variable), term.location());
      }
      case Term.Ref ref -> ref(ref);
      case Term.ArrayTerm array -> {
        List<Term> items = terms(array.items());
        yield items == array.items() ? array : new Term.ArrayTerm(items, array.location());
      }
      case Term.SetTerm set -> Rewriter.mapSet(set, this::term);
      case Term.ObjectTerm object ->
          Rewriter.mapObject(
              object, entry -> new Term.Entry(term(entry.key()), term(entry.value())));
      case Term.Call call -> new Term.Call(terms(call.terms()), call.location());
      case Term.ArrayComprehension c -> {
        declared.push(Declarations.of(c.body()));
        Term head = term(c.term());
        Body body = body(c.body());
        declared.pop();
        yield new Term.ArrayComprehension(head, body, c.location());
      }
      case Term.SetComprehension c -> {
        declared.push(Declarations.of(c.body()));
        Term head = term(c.term());
        Body body = body(c.body());
        declared.pop();
        yield new Term.SetComprehension(head, body, c.location());
      }
      case Term.ObjectComprehension c -> {
        declared.push(Declarations.of(c.body()));
        Term key = term(c.key());
        Term value = term(c.value());
        Body body = body(c.body());
        declared.pop();
        yield new Term.ObjectComprehension(key, value, body, c.location());
      }
      case Term.TemplateString template -> {
        List<Term.TemplateString.Part> parts = new ArrayList<>();
        for (Term.TemplateString.Part part : template.parts()) {
          parts.add(
              part instanceof Term.TemplateString.Embedded embedded
                  ? new Term.TemplateString.Embedded(expr(embedded.expr()))
                  : part);
        }
        yield new Term.TemplateString(parts, template.multiLine(), template.location());
      }
    };
  }

  private Term.Ref ref(Term.Ref ref) {
    List<Term> resolved = new ArrayList<>();
    boolean changed = false;
    for (Term part : ref.terms()) {
      int before = resolved.size();
      switch (part) {
        case Term.Var variable -> {
          List<Term> global = global(variable.name());
          if (global == null) {
            resolved.add(part);
          } else if (resolved.isEmpty()) {
            resolved.addAll(at(global, variable));
          } else {
            resolved.add(new Term.Ref(at(global, variable), part.location()));
          }
        }
        // A template string within a ref keeps its names.
        case Term.TemplateString template -> resolved.add(template);
        default -> resolved.add(term(part));
      }
      changed |= resolved.get(before) != part;
    }
    return changed ? new Term.Ref(resolved, ref.location()) : ref;
  }
}
