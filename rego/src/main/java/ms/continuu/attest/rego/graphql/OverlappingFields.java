package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fields that answer under one name can be merged (section 5.3.2 of the specification). Compares
/// the fields of a selection set with each other, with those of the fragments spread in it, and
/// these among themselves, as the reference implementation does.
final class OverlappingFields implements Rule {
  private final Map<List<String>, Boolean> comparedPairs = new HashMap<>();
  private Set<String> comparedFragments = new HashSet<>();

  /// Two fields that do not fit.
  ///
  /// @param below the conflicts of their own fields, if these are the reason
  private record Conflict(
      String name, String reason, List<Conflict> below, @Nullable Position position) {

    String text() {
      if (below.isEmpty()) {
        return reason;
      }
      return String.join(
          " and ",
          below.stream()
              .map(c -> "subfields \"" + c.name + "\" conflict because " + c.text())
              .toList());
    }
  }

  /// The fields of a selection set by the names they answer under, and the fragments spread in it.
  private record Collected(Map<String, List<Ast.Field>> fields, List<Ast.Spread> spreads) {
    static Collected of(List<Ast.Selection> selections) {
      Collected collected = new Collected(new LinkedHashMap<>(), new ArrayList<>());
      collected.add(selections);
      return collected;
    }

    private void add(List<Ast.Selection> selections) {
      for (Ast.Selection selection : selections) {
        switch (selection) {
          case Ast.Field field ->
              fields.computeIfAbsent(field.responseName(), n -> new ArrayList<>()).add(field);
          case Ast.Inline inline -> add(inline.selections());
          case Ast.Spread spread -> spreads.add(spread);
        }
      }
    }
  }

  @Override
  public void operation(QueryWalk walk, Ast.Operation operation) {
    report(walk, operation.selections());
  }

  @Override
  public void field(QueryWalk walk, Ast.Field field) {
    if (walk.operation() != null) {
      report(walk, field.selections());
    }
  }

  @Override
  public void inline(QueryWalk walk, Ast.Inline inline) {
    report(walk, inline.selections());
  }

  @Override
  public void fragment(QueryWalk walk, Ast.Fragment fragment) {
    report(walk, fragment.selections());
  }

  private void report(QueryWalk walk, List<Ast.Selection> selections) {
    if (selections.isEmpty()) {
      return;
    }
    Collected set = Collected.of(selections);
    List<Conflict> conflicts = new ArrayList<>();
    for (List<Ast.Field> fields : set.fields.values()) {
      for (int i = 0; i < fields.size(); i++) {
        for (Ast.Field other : fields.subList(i + 1, fields.size())) {
          compare(walk, conflicts, false, fields.get(i), other);
        }
      }
    }
    comparedFragments = new HashSet<>();
    for (int i = 0; i < set.spreads.size(); i++) {
      Ast.Spread spread = set.spreads.get(i);
      compareFragment(walk, conflicts, false, set.fields, spread);
      for (Ast.Spread other : set.spreads.subList(i + 1, set.spreads.size())) {
        compareFragments(walk, conflicts, false, spread, other);
      }
    }
    for (Conflict conflict : conflicts) {
      walk.report(
          conflict.position,
          "Fields \""
              + conflict.name
              + "\" conflict because "
              + conflict.text()
              + ". Use different aliases on the fields to fetch both if this was intentional.");
    }
  }

  private void compareFragment(
      QueryWalk walk,
      List<Conflict> conflicts,
      boolean exclusive,
      Map<String, List<Ast.Field>> fields,
      Ast.Spread spread) {
    if (!comparedFragments.add(spread.name())) {
      return;
    }
    Ast.Fragment fragment = walk.fragment(spread);
    if (fragment == null) {
      return;
    }
    Collected other = Collected.of(fragment.selections());
    if (fields.equals(other.fields)) {
      return;
    }
    compareSets(walk, conflicts, exclusive, fields, other.fields);
    for (Ast.Spread nested : other.spreads) {
      if (!nested.name().equals(spread.name())) {
        compareFragment(walk, conflicts, exclusive, fields, nested);
      }
    }
  }

  private void compareFragments(
      QueryWalk walk,
      List<Conflict> conflicts,
      boolean exclusive,
      Ast.Spread left,
      Ast.Spread right) {
    if (left.name().equals(right.name()) || isCompared(left, right, exclusive)) {
      return;
    }
    comparedPairs.put(List.of(left.name(), right.name()), exclusive);
    comparedPairs.put(List.of(right.name(), left.name()), exclusive);
    Ast.Fragment leftFragment = walk.fragment(left);
    Ast.Fragment rightFragment = walk.fragment(right);
    if (leftFragment == null || rightFragment == null) {
      return;
    }
    Collected l = Collected.of(leftFragment.selections());
    Collected r = Collected.of(rightFragment.selections());
    compareSets(walk, conflicts, exclusive, l.fields, r.fields);
    for (Ast.Spread nested : r.spreads) {
      compareFragments(walk, conflicts, exclusive, left, nested);
    }
    for (Ast.Spread nested : l.spreads) {
      compareFragments(walk, conflicts, exclusive, nested, right);
    }
  }

  /// What was compared as not exclusive need not be compared as exclusive.
  private boolean isCompared(Ast.Spread left, Ast.Spread right, boolean exclusive) {
    Boolean before = comparedPairs.get(List.of(left.name(), right.name()));
    return before != null && (exclusive || !before);
  }

  private void compareSets(
      QueryWalk walk,
      List<Conflict> conflicts,
      boolean exclusive,
      Map<String, List<Ast.Field>> left,
      Map<String, List<Ast.Field>> right) {
    left.forEach((name, fields) -> {
      for (Ast.Field field : fields) {
        for (Ast.Field other : right.getOrDefault(name, List.of())) {
          compare(walk, conflicts, exclusive, field, other);
        }
      }
    });
  }

  private void compare(
      QueryWalk walk,
      List<Conflict> conflicts,
      boolean parentsExclusive,
      Ast.Field left,
      Ast.Field right) {
    Ast.Definition leftParent = walk.parent(left);
    Ast.Definition rightParent = walk.parent(right);
    if (leftParent == null || rightParent == null) {
      return;
    }
    Ast.FieldDefinition leftField = walk.definition(left);
    Ast.FieldDefinition rightField = walk.definition(right);
    boolean exclusive =
        parentsExclusive
            || !leftParent.name().equals(rightParent.name())
                && leftParent.kind() == Ast.DefinitionKind.OBJECT
                && rightParent.kind() == Ast.DefinitionKind.OBJECT
                && leftField != null
                && rightField != null;
    String reason = exclusive ? "" : difference(left, right);
    if (reason.isEmpty()
        && leftField != null
        && rightField != null
        && conflict(walk.system(), leftField.type(), rightField.type())) {
      reason =
          "they return conflicting types \""
              + leftField.type().text()
              + "\" and \""
              + rightField.type().text()
              + "\"";
    }
    List<Conflict> below =
        reason.isEmpty()
            ? compareBelow(walk, exclusive, left.selections(), right.selections())
            : List.of();
    if (!reason.isEmpty() || !below.isEmpty()) {
      conflicts.add(new Conflict(left.responseName(), reason, below, right.position()));
    }
  }

  private static String difference(Ast.Field left, Ast.Field right) {
    if (!left.name().equals(right.name())) {
      return "\"" + left.name() + "\" and \"" + right.name() + "\" are different fields";
    }
    return sameArguments(left.arguments(), right.arguments())
        ? ""
        : "they have differing arguments";
  }

  private List<Conflict> compareBelow(
      QueryWalk walk, boolean exclusive, List<Ast.Selection> left, List<Ast.Selection> right) {
    Collected l = Collected.of(left);
    Collected r = Collected.of(right);
    List<Conflict> conflicts = new ArrayList<>();
    compareSets(walk, conflicts, exclusive, l.fields, r.fields);
    for (Ast.Spread spread : r.spreads) {
      comparedFragments = new HashSet<>();
      compareFragment(walk, conflicts, exclusive, l.fields, spread);
    }
    for (Ast.Spread spread : l.spreads) {
      comparedFragments = new HashSet<>();
      compareFragment(walk, conflicts, exclusive, r.fields, spread);
    }
    for (Ast.Spread spread : l.spreads) {
      for (Ast.Spread other : r.spreads) {
        compareFragments(walk, conflicts, exclusive, spread, other);
      }
    }
    return conflicts;
  }

  private static boolean sameArguments(List<Ast.Argument> left, List<Ast.Argument> right) {
    return left.size() == right.size()
        && left.stream()
            .allMatch(l ->
                right.stream()
                    .anyMatch(r -> l.name().equals(r.name()) && same(l.value(), r.value())));
  }

  /// The fields of objects have no order.
  private static boolean same(Ast.Literal left, Ast.Literal right) {
    if (left.kind() != right.kind()
        || !left.raw().equals(right.raw())
        || left.children().size() != right.children().size()) {
      return false;
    }
    List<Ast.Child> l = new ArrayList<>(left.children());
    List<Ast.Child> r = new ArrayList<>(right.children());
    if (left.kind() == Ast.Kind.OBJECT) {
      l.sort(Comparator.comparing(Ast.Child::name));
      r.sort(Comparator.comparing(Ast.Child::name));
    }
    for (int i = 0; i < l.size(); i++) {
      if (!l.get(i).name().equals(r.get(i).name()) || !same(l.get(i).value(), r.get(i).value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean conflict(TypeSystem system, Ast.Type left, Ast.Type right) {
    Ast.Type leftElement = left.element();
    Ast.Type rightElement = right.element();
    if (leftElement != null && rightElement != null) {
      return conflict(system, leftElement, rightElement);
    }
    if (leftElement != null || rightElement != null || left.nonNull() != right.nonNull()) {
      return true;
    }
    Ast.Definition l = system.type(left.name());
    Ast.Definition r = system.type(right.name());
    return l != null && r != null && l.isLeaf() && r.isLeaf() && !l.name().equals(r.name());
  }
}
