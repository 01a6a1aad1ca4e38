package ms.continuu.attest.rego.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.rego.syntax.Terms;
import ms.continuu.attest.rego.types.BuiltinDeclaration;
import ms.continuu.attest.rego.types.Capabilities;
import ms.continuu.attest.rego.types.Types;
import org.jspecify.annotations.Nullable;

/// Why rules may refer to each other: refs that only reach a rule when a variable has a certain
/// value.
final class RecursionCauses {
  /// Beyond so many conditions only the ref is told.
  private static final int MAX_CONDITIONS = 2;

  private static final int MAX_MEMBERS = 5;

  private final DependencyGraph graph;
  private final Shown shown;
  private final Map<RuleDraft, Map<RuleDraft, Cause>> known = new HashMap<>();

  RecursionCauses(DependencyGraph graph, Shown shown) {
    this.graph = graph;
    this.shown = shown;
  }

  /// A ref in a rule that may reach others.
  ///
  /// @param selecting the ref with what is known of its variables
  /// @param bound variables that may have a value when it is evaluated
  private record Cause(List<Term> ref, List<Term> selecting, int at, Set<String> bound) {}

  /// A part of a ref, and the value it needs.
  private record Condition(int position, Term part, Term value) {}

  boolean isCertain(List<RuleDraft> path) {
    for (int i = 1; i < path.size(); i++) {
      if (!isCertain(path.get(i - 1), path.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isCertain(RuleDraft from, RuleDraft to) {
    return cause(from, to) == null;
  }

  private @Nullable Cause cause(RuleDraft from, RuleDraft to) {
    return known.computeIfAbsent(from, this::causes).get(to);
  }

  private Map<RuleDraft, Cause> causes(RuleDraft from) {
    RuleRefs refs = graph.refs(from);
    Set<RuleDraft> certain = new HashSet<>();
    Map<RuleDraft, Cause> causes = new HashMap<>();
    Set<RuleDraft> candidates = new LinkedHashSet<>(graph.dependencies(from));
    refs.forEach((ref, selecting, looked, at) -> {
      boolean variable = RefNarrowing.hasVariablePart(ref);
      Set<String> bound = variable ? before(refs, at) : Set.of();
      for (RuleDraft target : candidates) {
        if (!mayReach(looked, target)) {
          continue;
        }
        if (!variable || positions(selecting, target, bound).isEmpty()) {
          certain.add(target);
        } else {
          causes.putIfAbsent(target, new Cause(ref, selecting, at, bound));
        }
      }
    });
    certain.forEach(causes::remove);
    return causes;
  }

  private static boolean mayReach(List<Term> ref, RuleDraft target) {
    List<Term> path = target.path();
    for (int i = 1; i < Math.min(ref.size(), path.size()); i++) {
      if (Terms.isConstant(ref.get(i))
          && Terms.isConstant(path.get(i))
          && !Terms.equal(ref.get(i), path.get(i))) {
        return false;
      }
    }
    return ref.size() >= target.groundPath().size() || path.size() >= ref.size();
  }

  private static Set<String> before(RuleRefs refs, int at) {
    Set<String> found = new HashSet<>();
    Walk walk = Walk.ofVariables(found::add);
    walk.visit(refs.head());
    refs.body().exprs().stream().limit(at).forEach(walk::visit);
    return found;
  }

  /// The parts of a ref that must have a certain value for it to reach a rule.
  private static List<Integer> positions(List<Term> ref, RuleDraft target, Set<String> bound) {
    List<Term> path = target.path();
    List<Integer> positions = new ArrayList<>();
    for (int i = 1; i < Math.min(ref.size(), path.size()); i++) {
      Term part = ref.get(i);
      boolean free =
          part instanceof Term.Var variable
              && !bound.contains(variable.name())
              && ref.stream().filter(each -> Terms.equal(each, variable)).count() == 1;
      if (Terms.isConstant(path.get(i)) && !free && !Terms.isConstant(part)) {
        positions.add(i);
      }
    }
    return positions;
  }

  /// Tells the first ref on a way that need not reach the next rule.
  String describe(List<RuleDraft> path) {
    for (int i = 1; i < path.size(); i++) {
      Cause cause = cause(path.get(i - 1), path.get(i));
      if (cause != null) {
        return describe(cause, path.get(i - 1), path.get(i), i > 1);
      }
    }
    return "";
  }

  private String describe(Cause cause, RuleDraft from, RuleDraft to, boolean tellFrom) {
    List<Term> path = to.path();
    int length = Math.min(cause.ref().size(), path.size());
    List<Term> ref = shown.ref(cause.ref().subList(0, length));
    StringBuilder text = new StringBuilder(" (").append(TermText.ofRef(ref));
    if (tellFrom) {
      text.append(" in ").append(shown.text(from.path()));
    }
    List<Condition> conditions =
        conditions(ref, path, positions(cause.selecting(), to, cause.bound()));
    Map<String, Origin> origins =
        VariableOrigins.of(graph.refs(from), cause.at(), cause.selecting());
    boolean told =
        conditions != null
            && !conditions.isEmpty()
            && conditions.size() <= MAX_CONDITIONS
            && conditions.stream().allMatch(c -> canHold(cause, c, origins));
    text.append(told ? " refers to " : " could refer to ").append(shown.text(path));
    if (told) {
      String link = " if ";
      for (Condition condition : Objects.requireNonNull(conditions)) {
        text.append(link)
            .append(TermText.of(condition.part()))
            .append(" is ")
            .append(TermText.of(condition.value()));
        String note = note(cause, condition, from, origins);
        if (!note.isEmpty()) {
          text.append(" (").append(note).append(')');
        }
        link = " and ";
      }
    }
    return text.append(')').toString();
  }

  /// Null when a part would need two values.
  private static @Nullable List<Condition> conditions(
      List<Term> ref, List<Term> path, List<Integer> positions) {
    List<Condition> conditions = new ArrayList<>();
    for (int position : positions) {
      Term part = ref.get(position);
      Term value = path.get(position);
      Condition same =
          conditions.stream().filter(c -> Terms.equal(c.part(), part)).findFirst().orElse(null);
      if (same == null) {
        conditions.add(new Condition(position, part, value));
      } else if (!Terms.equal(same.value(), value)) {
        return null;
      }
    }
    return conditions;
  }

  private static @Nullable Origin origin(
      Cause cause, Condition condition, Map<String, Origin> origins) {
    return cause.ref().get(condition.position()) instanceof Term.Var variable
        ? origins.get(variable.name())
        : null;
  }

  private static boolean canHold(Cause cause, Condition condition, Map<String, Origin> origins) {
    return switch (origin(cause, condition, origins)) {
      case Origin.Collection collection -> {
        List<Term> members = RefNarrowing.members(collection.term());
        yield members != null
            && members.stream().anyMatch(member -> Terms.equal(member, condition.value()));
      }
      case Origin.Builtin builtin -> mayReturn(builtin.name(), condition.value());
      case null, default -> true;
    };
  }

  private static boolean mayReturn(String name, Term value) {
    BuiltinDeclaration builtin = Capabilities.builtin(name);
    return builtin == null
        || builtin.type().result() == null
        || !(value instanceof Term.Scalar scalar)
        || Types.contains(builtin.type().result(), Types.of(scalar.value()));
  }

  private String note(
      Cause cause, Condition condition, RuleDraft from, Map<String, Origin> origins) {
    if (cause.ref().get(condition.position()) instanceof Term.Ref ref) {
      return RuleTree.isData(ref.head()) ? "rule values aren't known at compile time" : "";
    }
    String part = TermText.of(condition.part());
    return switch (origin(cause, condition, origins)) {
      case null -> "";
      case Origin.Input input -> part + " comes from " + shown.text(input.ref());
      case Origin.OfRule rule ->
          part
              + " comes from rule "
              + TermText.ofRef(rule.ref())
              + ", whose value isn't known at compile time";
      case Origin.Collection collection -> {
        List<Term> members = RefNarrowing.members(collection.term());
        yield members != null && members.size() > MAX_MEMBERS
            ? part + " is one of " + members.size() + " values"
            : part + " is one of " + TermText.of(collection.term());
      }
      case Origin.Builtin builtin -> part + " is computed by " + builtin.name();
      case Origin.HeadKey k -> part + " is a key of " + shown.text(from.path());
      case Origin.HeadArg a -> part + " is an argument of " + shown.text(from.path());
    };
  }

  /// Where a variable gets its value.
  sealed interface Origin {
    record Input(List<Term> ref) implements Origin {}

    record OfRule(List<Term> ref) implements Origin {}

    record Collection(Term term) implements Origin {}

    record Builtin(String name) implements Origin {}

    record HeadKey() implements Origin {}

    record HeadArg() implements Origin {}
  }
}
