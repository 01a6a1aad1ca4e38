package ms.continuu.attest.rego.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a type system of a schema document and of what every schema has.
final class SchemaBuilder {
  private static final Ast.Schema BUILT_IN = SchemaParser.parseBuiltIn(resource());

  /// Directives that a schema may define once more.
  private static final Set<String> REDEFINABLE =
      Set.of("include", "skip", "deprecated", "specifiedBy", "defer", "oneOf");

  private final Map<String, Ast.Definition> types = new LinkedHashMap<>();
  private final Map<String, Ast.DirectiveDefinition> directives = new HashMap<>();
  private final Map<String, List<Ast.Definition>> possible = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();
  private final TypeSystem system = new TypeSystem(types, directives, possible, roots);

  private SchemaBuilder() {}

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(SchemaBuilder.class.getResourceAsStream("builtins.graphql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws TokenReader.Stop with the first fault
  static TypeSystem build(Ast.Schema schema) {
    return new SchemaBuilder().system(schema);
  }

  private TypeSystem system(Ast.Schema schema) {
    addTypes(joined(BUILT_IN.definitions(), schema.definitions()));
    for (Ast.Definition extension : schema.extensions()) {
      extend(extension);
    }
    types.values().forEach(this::addPossible);
    addDirectives(joined(BUILT_IN.directives(), schema.directives()));
    if (schema.entries().size() > 1) {
      throw stop(
          schema.entries().get(1).position(),
          "Cannot have multiple schema entry points, consider schema extensions instead.");
    }
    schema.entries().forEach(this::addRoots);
    schema.extendedEntries().forEach(this::addRoots);
    SchemaCheck check = new SchemaCheck(system);
    new TreeMap<>(types).values().forEach(check::checkDefinition);
    new InputCycles(system).check();
    new TreeMap<>(directives).values().forEach(check::checkDirective);
    if (schema.entries().isEmpty()) {
      inferRoot("query", "Query");
      inferRoot("mutation", "Mutation");
      inferRoot("subscription", "Subscription");
    }
    addIntrospection();
    return system;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  static TokenReader.Stop stop(@Nullable Position position, String message) {
    return new TokenReader.Stop(new Fault(message, position == null ? Position.NOWHERE : position));
  }

  private void addTypes(List<Ast.Definition> definitions) {
    for (Ast.Definition definition : definitions) {
      if (types.putIfAbsent(definition.name(), definition) != null) {
        throw stop(definition.position(), "Cannot redeclare type " + definition.name() + ".");
      }
    }
  }

  /// An extension of a type that is not defined defines it.
  private void extend(Ast.Definition extension) {
    Ast.Definition base = types.get(extension.name());
    if (base != null && base.kind() != extension.kind()) {
      throw stop(
          extension.position(),
          "Cannot extend type "
              + extension.name()
              + " because the base type is a "
              + base.kind()
              + ", not "
              + extension.kind()
              + ".");
    }
    types.put(extension.name(), base == null ? extension : extended(base, extension));
  }

  private static Ast.Definition extended(Ast.Definition base, Ast.Definition extension) {
    return new Ast.Definition(
        base.kind(),
        base.description(),
        base.name(),
        joined(base.directives(), extension.directives()),
        joined(base.interfaces(), extension.interfaces()),
        joined(base.fields(), extension.fields()),
        joined(base.members(), extension.members()),
        joined(base.memberPositions(), extension.memberPositions()),
        joined(base.values(), extension.values()),
        base.position(),
        base.builtIn(),
        base.comments());
  }

  private void addPossible(Ast.Definition definition) {
    switch (definition.kind()) {
      case UNION -> {
        for (String member : definition.members()) {
          Ast.Definition type = types.get(member);
          if (type != null) {
            addPossible(definition.name(), type);
          }
        }
      }
      case OBJECT, INPUT_OBJECT -> {
        definition.interfaces().forEach(name -> addPossible(name, definition));
        addPossible(definition.name(), definition);
      }
      case INTERFACE -> definition.interfaces().forEach(name -> addPossible(name, definition));
      case SCALAR, ENUM -> {}
    }
  }

  private void addPossible(String name, Ast.Definition definition) {
    possible.computeIfAbsent(name, n -> new ArrayList<>()).add(definition);
  }

  private void addDirectives(List<Ast.DirectiveDefinition> definitions) {
    for (Ast.DirectiveDefinition directive : definitions) {
      String name = directive.name();
      if (directives.put(name, directive) != null && !REDEFINABLE.contains(name)) {
        throw stop(directive.position(), "Cannot redeclare directive " + name + ".");
      }
    }
  }

  private void addRoots(Ast.Entry entry) {
    for (Ast.Root root : entry.roots()) {
      if (!types.containsKey(root.type())) {
        throw stop(
            root.position(),
            "Schema root "
                + root.operation()
                + " refers to a type "
                + root.type()
                + " that does not exist.");
      }
      roots.put(root.operation(), root.type());
    }
    new SchemaCheck(system).checkDirectives(entry.directives(), "SCHEMA", null, true);
  }

  private void inferRoot(String operation, String type) {
    if (types.containsKey(type)) {
      roots.putIfAbsent(operation, type);
    }
  }

  private void addIntrospection() {
    Ast.Definition query = system.root("query");
    if (query == null) {
      return;
    }
    Ast.Comments none = new Ast.Comments(List.of(), List.of(), List.of());
    Ast.ArgumentDefinition name =
        new Ast.ArgumentDefinition(
            "", "name", null, new Ast.Type("String", null, true, null), List.of(), null, none);
    List<Ast.FieldDefinition> fields = new ArrayList<>(query.fields());
    fields.add(
        new Ast.FieldDefinition(
            "",
            "__schema",
            List.of(),
            null,
            new Ast.Type("__Schema", null, true, null),
            List.of(),
            null,
            none));
    fields.add(
        new Ast.FieldDefinition(
            "",
            "__type",
            List.of(name),
            null,
            new Ast.Type("__Type", null, false, null),
            List.of(),
            null,
            none));
    Ast.Definition extended =
        new Ast.Definition(
            query.kind(),
            query.description(),
            query.name(),
            query.directives(),
            query.interfaces(),
            fields,
            query.members(),
            query.memberPositions(),
            query.values(),
            query.position(),
            query.builtIn(),
            query.comments());
    types.put(query.name(), extended);
    possible.values().forEach(all -> all.replaceAll(d -> d == query ? extended : d));
  }
}
