package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rules for fields and their arguments.
final class FieldRules {
  private FieldRules() {}

  /// A field belongs to the type where it stands.
  static final class OnCorrectType implements Rule {
    @Override
    public void field(QueryWalk walk, Ast.Field field) {
      Ast.Definition parent = walk.parent(field);
      if (parent == null || walk.definition(field) != null) {
        return;
      }
      String message =
          "Cannot query field \"" + field.name() + "\" on type \"" + parent.name() + "\".";
      List<String> types = suggestedTypes(walk.system(), parent, field.name());
      if (!types.isEmpty()) {
        message += Suggestions.question("Did you mean to use an inline fragment on", types);
      } else if (!parent.isLeaf() && parent.kind() != Ast.DefinitionKind.UNION) {
        List<String> names = parent.fields().stream().map(Ast.FieldDefinition::name).toList();
        message += Suggestions.question("Did you mean", Suggestions.near(field.name(), names));
      }
      walk.report(field.position(), message);
    }

    /// Types that have the field: interfaces first, by how many have them.
    private static List<String> suggestedTypes(
        TypeSystem system, Ast.Definition parent, String field) {
      if (!parent.isAbstract()) {
        return List.of();
      }
      List<String> objects = new ArrayList<>();
      List<String> interfaces = new ArrayList<>();
      Map<String, Integer> uses = new HashMap<>();
      for (Ast.Definition type : system.possible(parent.name())) {
        if (type.field(field) == null) {
          continue;
        }
        objects.add(type.name());
        for (String name : type.interfaces()) {
          Ast.Definition implemented = system.type(name);
          if (implemented != null && implemented.field(field) != null) {
            if (uses.merge(name, 1, Integer::sum) == 1) {
              interfaces.add(name);
            }
          }
        }
      }
      interfaces.addAll(objects);
      interfaces.sort(
          Comparator.comparingInt((String name) -> -uses.getOrDefault(name, 0))
              .thenComparing(Comparator.naturalOrder()));
      return interfaces;
    }
  }

  /// An argument is one of the field's or directive's.
  static final class KnownArguments implements Rule {
    @Override
    public void field(QueryWalk walk, Ast.Field field) {
      Ast.FieldDefinition definition = walk.definition(field);
      Ast.Definition parent = walk.parent(field);
      if (definition != null && parent != null) {
        check(
            walk,
            field.arguments(),
            definition.arguments(),
            "field \"" + parent.name() + "." + field.name() + "\"",
            field.position());
      }
    }

    @Override
    public void directive(QueryWalk walk, Ast.Directive directive) {
      Ast.DirectiveDefinition definition = walk.definition(directive);
      if (definition != null) {
        check(
            walk,
            directive.arguments(),
            definition.arguments(),
            "directive \"@" + directive.name() + "\"",
            directive.position());
      }
    }

    private static void check(
        QueryWalk walk,
        List<Ast.Argument> given,
        List<Ast.ArgumentDefinition> defined,
        String owner,
        @Nullable Position position) {
      List<String> names = defined.stream().map(Ast.ArgumentDefinition::name).toList();
      for (Ast.Argument argument : given) {
        if (!names.contains(argument.name())) {
          walk.report(
              position,
              "Unknown argument \""
                  + argument.name()
                  + "\" on "
                  + owner
                  + "."
                  + Suggestions.question("Did you mean", Suggestions.near(argument.name(), names)));
        }
      }
    }
  }

  /// Arguments that must be there are.
  static final class RequiredArguments implements Rule {
    @Override
    public void field(QueryWalk walk, Ast.Field field) {
      Ast.FieldDefinition definition = walk.definition(field);
      if (definition != null) {
        check(
            walk,
            field.arguments(),
            definition.arguments(),
            "Field \"" + field.name() + "\"",
            field.position());
      }
    }

    @Override
    public void directive(QueryWalk walk, Ast.Directive directive) {
      Ast.DirectiveDefinition definition = walk.definition(directive);
      if (definition != null) {
        check(
            walk,
            directive.arguments(),
            definition.arguments(),
            "Directive \"@" + definition.name() + "\"",
            directive.position());
      }
    }

    private static void check(
        QueryWalk walk,
        List<Ast.Argument> given,
        List<Ast.ArgumentDefinition> defined,
        String owner,
        @Nullable Position position) {
      for (Ast.ArgumentDefinition argument : defined) {
        boolean required = argument.type().nonNull() && argument.defaultValue() == null;
        if (required && Ast.named(given, Ast.Argument::name, argument.name()) == null) {
          walk.report(
              position,
              owner
                  + " argument \""
                  + argument.name()
                  + "\" of type \""
                  + argument.type().text()
                  + "\" is required, but it was not provided.");
        }
      }
    }
  }

  /// No argument is given twice.
  static final class UniqueArguments implements Rule {
    @Override
    public void field(QueryWalk walk, Ast.Field field) {
      check(walk, field.arguments());
    }

    @Override
    public void directive(QueryWalk walk, Ast.Directive directive) {
      check(walk, directive.arguments());
    }

    /// Told at the second of a name.
    private static void check(QueryWalk walk, List<Ast.Argument> arguments) {
      Map<String, Integer> counts = new HashMap<>();
      for (Ast.Argument argument : arguments) {
        if (counts.merge(argument.name(), 1, Integer::sum) == 2) {
          walk.report(
              argument.position(),
              "There can be only one argument named \"" + argument.name() + "\".");
        }
      }
    }
  }

  /// Leaves have no selections, all others do.
  static final class ScalarLeaves implements Rule {
    @Override
    public void field(QueryWalk walk, Ast.Field field) {
      Ast.FieldDefinition definition = walk.definition(field);
      Ast.Definition type =
          definition == null ? null : walk.system().type(definition.type().innermost());
      if (definition == null || type == null) {
        return;
      }
      if (type.isLeaf() && !field.selections().isEmpty()) {
        walk.report(
            field.position(),
            "Field \""
                + field.name()
                + "\" must not have a selection since type \""
                + type.name()
                + "\" has no subfields.");
      }
      if (!type.isLeaf() && field.selections().isEmpty()) {
        walk.report(
            field.position(),
            "Field \""
                + field.name()
                + "\" of type \""
                + definition.type().text()
                + "\" must have a selection of subfields. Did you mean \""
                + field.name()
                + " { ... }\"?");
      }
    }
  }

  /// Introspection does not go deep.
  static final class IntrospectionDepth implements Rule {
    private static final int MOST_LISTS = 3;
    private static final Set<String> LISTS =
        Set.of("fields", "interfaces", "possibleTypes", "inputFields");

    @Override
    public void field(QueryWalk walk, Ast.Field field) {
      boolean introspects = field.name().equals("__schema") || field.name().equals("__type");
      if (introspects && isDeep(walk, field, new HashSet<>(), 0)) {
        walk.report(field.position(), "Maximum introspection depth exceeded");
      }
    }

    private static boolean isDeep(QueryWalk walk, Ast.Field field, Set<String> within, int depth) {
      int deeper = LISTS.contains(field.name()) ? depth + 1 : depth;
      return deeper > depth && deeper >= MOST_LISTS
          || isDeep(walk, field.selections(), within, deeper);
    }

    private static boolean isDeep(
        QueryWalk walk, List<Ast.Selection> selections, Set<String> within, int depth) {
      for (Ast.Selection selection : selections) {
        boolean deep =
            switch (selection) {
              case Ast.Field field -> isDeep(walk, field, within, depth);
              case Ast.Inline inline -> isDeep(walk, inline.selections(), within, depth);
              case Ast.Spread spread -> isDeep(walk, spread, within, depth);
            };
        if (deep) {
          return true;
        }
      }
      return false;
    }

    private static boolean isDeep(
        QueryWalk walk, Ast.Spread spread, Set<String> within, int depth) {
      Ast.Fragment fragment = walk.fragment(spread);
      if (fragment == null || !within.add(spread.name())) {
        return false;
      }
      boolean deep = isDeep(walk, fragment.selections(), within, depth);
      within.remove(spread.name());
      return deep;
    }
  }
}
