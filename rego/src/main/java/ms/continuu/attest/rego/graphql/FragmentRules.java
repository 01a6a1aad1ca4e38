package ms.continuu.attest.rego.graphql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Rules for fragments.
final class FragmentRules {
  private FragmentRules() {}

  /// Fragments are on types that have fields.
  static final class OnCompositeTypes implements Rule {
    @Override
    public void inline(QueryWalk walk, Ast.Inline inline) {
      Ast.Definition type = walk.system().type(inline.condition());
      if (type != null && !type.isComposite()) {
        walk.report(
            inline.position(),
            "Fragment cannot condition on non composite type \"" + inline.condition() + "\".");
      }
    }

    @Override
    public void fragment(QueryWalk walk, Ast.Fragment fragment) {
      Ast.Definition type = walk.system().type(fragment.condition());
      if (type != null && !fragment.condition().isEmpty() && !type.isComposite()) {
        walk.report(
            fragment.position(),
            "Fragment \""
                + fragment.name()
                + "\" cannot condition on non composite type \""
                + fragment.condition()
                + "\".");
      }
    }
  }

  /// A fragment that is spread is defined.
  static final class KnownNames implements Rule {
    @Override
    public void spread(QueryWalk walk, Ast.Spread spread) {
      if (walk.fragment(spread) == null) {
        walk.report(spread.position(), "Unknown fragment \"" + spread.name() + "\".");
      }
    }
  }

  /// The types of variables and fragments are defined.
  static final class KnownTypes implements Rule {
    @Override
    public void variable(QueryWalk walk, Ast.Variable variable) {
      String name = variable.type().innermost();
      if (walk.system().type(name) == null) {
        walk.report(variable.position(), "Unknown type \"" + name + "\".");
      }
    }

    @Override
    public void inline(QueryWalk walk, Ast.Inline inline) {
      String name = inline.condition();
      if (!name.isEmpty() && walk.system().type(name) == null) {
        walk.report(inline.position(), "Unknown type \"" + name + "\".");
      }
    }

    @Override
    public void fragment(QueryWalk walk, Ast.Fragment fragment) {
      String name = fragment.condition();
      if (walk.system().type(name) == null) {
        List<String> types = List.copyOf(new TreeMap<>(walk.system().types()).keySet());
        walk.report(
            fragment.position(),
            "Unknown type \""
                + name
                + "\"."
                + Suggestions.question("Did you mean", Suggestions.near(name, types)));
      }
    }
  }

  /// No fragment spreads itself.
  static final class NoCycles implements Rule {
    private final Set<String> visited = new HashSet<>();
    private final List<Ast.Spread> path = new ArrayList<>();
    private final Map<String, Integer> depths = new HashMap<>();

    @Override
    public void fragment(QueryWalk walk, Ast.Fragment fragment) {
      path.clear();
      depths.clear();
      visit(walk, fragment);
    }

    private void visit(QueryWalk walk, Ast.Fragment fragment) {
      List<Ast.Spread> spreads =
          visited.add(fragment.name()) ? spreads(fragment.selections()) : List.of();
      if (spreads.isEmpty()) {
        return;
      }
      depths.put(fragment.name(), path.size());
      for (Ast.Spread spread : spreads) {
        Integer depth = depths.get(spread.name());
        path.add(spread);
        if (depth == null) {
          Ast.Fragment next = walk.query().fragment(spread.name());
          if (next != null) {
            visit(walk, next);
          }
        } else {
          report(walk, spread, path.subList(depth, path.size() - 1));
        }
        path.removeLast();
      }
      depths.remove(fragment.name());
    }

    private static void report(QueryWalk walk, Ast.Spread spread, List<Ast.Spread> cycle) {
      String via = String.join(", ", cycle.stream().map(s -> "\"" + s.name() + "\"").toList());
      walk.report(
          spread.position(),
          "Cannot spread fragment \""
              + spread.name()
              + "\" within itself"
              + (via.isEmpty() ? "" : " via " + via)
              + ".");
    }

    /// Those of the set itself first, then of the sets in it, the last first.
    private static List<Ast.Spread> spreads(List<Ast.Selection> selections) {
      List<Ast.Spread> spreads = new ArrayList<>();
      Deque<List<Ast.Selection>> open = new ArrayDeque<>(List.of(selections));
      while (!open.isEmpty()) {
        for (Ast.Selection selection : open.pop()) {
          switch (selection) {
            case Ast.Spread spread -> spreads.add(spread);
            case Ast.Field field -> open.push(field.selections());
            case Ast.Inline inline -> open.push(inline.selections());
          }
        }
      }
      return spreads;
    }
  }

  /// Every fragment is spread in an operation, be it through others.
  static final class NoUnused implements Rule {
    private final Set<String> used = new HashSet<>();
    private boolean operationsDone;

    @Override
    public void spread(QueryWalk walk, Ast.Spread spread) {
      if (!operationsDone) {
        used.add(spread.name());
      }
    }

    @Override
    public void fragment(QueryWalk walk, Ast.Fragment fragment) {
      operationsDone = true;
      if (!used.contains(fragment.name())) {
        walk.report(fragment.position(), "Fragment \"" + fragment.name() + "\" is never used.");
      }
    }
  }

  /// A fragment is spread where its type can be.
  static final class PossibleSpreads implements Rule {
    @Override
    public void inline(QueryWalk walk, Ast.Inline inline) {
      Ast.Definition parent = walk.parent(inline);
      if (parent != null && isImpossible(walk.system(), parent, inline.condition())) {
        walk.report(
            inline.position(),
            "Fragment cannot be spread here as objects of type \""
                + parent.name()
                + "\" can never be of type \""
                + inline.condition()
                + "\".");
      }
    }

    @Override
    public void spread(QueryWalk walk, Ast.Spread spread) {
      Ast.Definition parent = walk.parent(spread);
      Ast.Fragment fragment = walk.fragment(spread);
      if (parent != null
          && fragment != null
          && isImpossible(walk.system(), parent, fragment.condition())) {
        walk.report(
            spread.position(),
            "Fragment \""
                + spread.name()
                + "\" cannot be spread here as objects of type \""
                + parent.name()
                + "\" can never be of type \""
                + fragment.condition()
                + "\".");
      }
    }

    private static boolean isImpossible(
        TypeSystem system, Ast.Definition parent, String condition) {
      Ast.Definition type = system.type(condition);
      if (!parent.isComposite() || type == null || !type.isComposite()) {
        return false;
      }
      List<Ast.Definition> parents =
          parent.isAbstract() ? system.possible(parent.name()) : List.of(parent);
      Set<String> names = new HashSet<>();
      parents.forEach(p -> names.add(p.name()));
      return system.possible(type.name()).stream().noneMatch(t -> names.contains(t.name()));
    }
  }

  /// No two fragments have one name.
  static final class UniqueNames implements Rule {
    private final Set<String> seen = new HashSet<>();

    @Override
    public void fragment(QueryWalk walk, Ast.Fragment fragment) {
      if (!seen.add(fragment.name())) {
        walk.report(
            fragment.position(),
            "There can be only one fragment named \"" + fragment.name() + "\".");
      }
    }
  }
}
