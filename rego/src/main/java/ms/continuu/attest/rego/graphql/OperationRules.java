package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.value.RegoText;

/// Rules for operations, their variables, and directives.
final class OperationRules {
  private OperationRules() {}

  /// A directive is defined, and for the place where it stands.
  static final class KnownDirectives implements Rule {
    private final Set<List<Object>> told = new HashSet<>();

    @Override
    public void directive(QueryWalk walk, Ast.Directive directive) {
      Ast.DirectiveDefinition definition = walk.definition(directive);
      String location = walk.location(directive);
      if (definition == null) {
        walk.report(directive.position(), "Unknown directive \"@" + directive.name() + "\".");
      } else if (!definition.locations().contains(location)) {
        Position position = directive.position();
        if (told.add(List.of(directive.name(), position == null ? "" : position))) {
          walk.report(
              position,
              "Directive \"@" + directive.name() + "\" may not be used on " + location + ".");
        }
      }
    }
  }

  /// The schema has the kind of operation.
  static final class KnownRoot implements Rule {
    @Override
    public void operation(QueryWalk walk, Ast.Operation operation) {
      if (walk.system().root(operation.type()) == null) {
        walk.report(
            operation.position(),
            "Schema does not support operation type \"" + operation.type() + "\"");
      }
    }
  }

  /// An operation without a name is the only one.
  static final class LoneAnonymous implements Rule {
    @Override
    public void operation(QueryWalk walk, Ast.Operation operation) {
      if (operation.name().isEmpty() && walk.query().operations().size() > 1) {
        walk.report(
            operation.position(), "This anonymous operation must be the only defined operation.");
      }
    }
  }

  /// Variables that are declared are used.
  static final class NoUnusedVariables implements Rule {
    @Override
    public void operation(QueryWalk walk, Ast.Operation operation) {
      String where = operation.name().isEmpty() ? "" : " in operation \"" + operation.name() + "\"";
      for (Ast.Variable variable : operation.variables()) {
        if (!walk.isUsed(variable)) {
          walk.report(
              variable.position(),
              "Variable \"$" + variable.name() + "\" is never used" + where + ".");
        }
      }
    }
  }

  /// A subscription has one field, and no introspection.
  static final class SingleFieldSubscriptions implements Rule {
    @Override
    public void operation(QueryWalk walk, Ast.Operation operation) {
      if (!operation.type().equals("subscription") || walk.system().root("subscription") == null) {
        return;
      }
      String subject =
          operation.name().isEmpty()
              ? "Anonymous Subscription"
              : "Subscription " + RegoText.quote(operation.name());
      List<Ast.Field> fields = new ArrayList<>();
      collect(walk, operation.selections(), fields, new HashSet<>(), new HashSet<>());
      if (fields.size() > 1) {
        walk.report(fields.get(1).position(), subject + " must select only one top level field.");
      }
      for (Ast.Field field : fields) {
        if (field.name().startsWith("__")) {
          walk.report(
              field.position(), subject + " must not select an introspection top level field.");
        }
      }
    }

    /// The first field of each name. An unknown fragment ends its selection set.
    private static void collect(
        QueryWalk walk,
        List<Ast.Selection> selections,
        List<Ast.Field> fields,
        Set<String> names,
        Set<String> fragments) {
      for (Ast.Selection selection : selections) {
        switch (selection) {
          case Ast.Field field -> {
            if (names.add(field.name())) {
              fields.add(field);
            }
          }
          case Ast.Inline inline -> collect(walk, inline.selections(), fields, names, fragments);
          case Ast.Spread spread -> {
            Ast.Fragment fragment = walk.fragment(spread);
            if (fragment == null) {
              return;
            }
            if (fragments.add(fragment.name())) {
              collect(walk, fragment.selections(), fields, names, fragments);
            }
          }
        }
      }
    }
  }

  /// A directive stands once at a place, unless it may be repeated.
  static final class UniqueDirectives implements Rule {
    @Override
    public void directives(QueryWalk walk, List<Ast.Directive> directives) {
      Set<String> seen = new HashSet<>();
      for (Ast.Directive directive : directives) {
        Ast.DirectiveDefinition definition = walk.definition(directive);
        boolean repeatable = definition != null && definition.repeatable();
        if (!seen.add(directive.name()) && !repeatable) {
          walk.report(
              directive.position(),
              "The directive \"@"
                  + directive.name()
                  + "\" can only be used once at this location.");
        }
      }
    }
  }

  /// No two operations have one name.
  static final class UniqueNames implements Rule {
    private final Set<String> seen = new HashSet<>();

    @Override
    public void operation(QueryWalk walk, Ast.Operation operation) {
      if (!seen.add(operation.name())) {
        walk.report(
            operation.position(),
            "There can be only one operation named \"" + operation.name() + "\".");
      }
    }
  }

  /// No two variables of an operation have one name.
  static final class UniqueVariables implements Rule {
    @Override
    public void operation(QueryWalk walk, Ast.Operation operation) {
      Map<String, Integer> counts = new HashMap<>();
      for (Ast.Variable variable : operation.variables()) {
        if (counts.merge(variable.name(), 1, Integer::sum) == 2) {
          walk.report(
              variable.position(),
              "There can be only one variable named \"$" + variable.name() + "\".");
        }
      }
    }
  }

  /// Variables are of types that can be given.
  static final class InputVariables implements Rule {
    @Override
    public void operation(QueryWalk walk, Ast.Operation operation) {
      for (Ast.Variable variable : operation.variables()) {
        Ast.Definition type = walk.system().type(variable.type().innermost());
        if (type != null && !type.isInput()) {
          walk.report(
              variable.position(),
              "Variable \"$"
                  + variable.name()
                  + "\" cannot be non-input type \""
                  + variable.type().text()
                  + "\".");
        }
      }
    }
  }
}
