package ms.continuu.attest.rego.graphql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks a query along its schema, tells the rules of each node, and keeps what is known of it.
///
/// INVARIANT: what is known of a node is of the last visit, and nothing before the first: fragments
/// are visited where they are spread and once more on their own, and rules see that.
final class QueryWalk {
  private final TypeSystem system;
  private final Ast.Query query;
  private final List<Rule> rules;
  private final List<Fault> faults = new ArrayList<>();
  private final IdentityHashMap<Ast.Selection, SelectionNote> selections = new IdentityHashMap<>();
  private final IdentityHashMap<Ast.Directive, DirectiveNote> directives = new IdentityHashMap<>();
  private final IdentityHashMap<Ast.Literal, ValueNote> values = new IdentityHashMap<>();
  private final Set<Ast.Variable> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private Set<String> spread = new HashSet<>();
  private Ast.@Nullable Operation operation;

  /// What is known of a selection: where it stands, and what it names.
  record SelectionNote(
      Ast.@Nullable Definition parent,
      Ast.@Nullable FieldDefinition field,
      Ast.@Nullable Fragment fragment) {}

  /// What is known of a directive.
  record DirectiveNote(Ast.@Nullable DirectiveDefinition definition, String location) {}

  /// What is known of a value.
  ///
  /// @param hasDefault whether there is a default where the value stands
  record ValueNote(
      Ast.@Nullable Type expected,
      boolean hasDefault,
      Ast.@Nullable Definition definition,
      Ast.@Nullable Variable variable) {
    static final ValueNote NONE = new ValueNote(null, false, null, null);
  }

  private QueryWalk(TypeSystem system, Ast.Query query, List<Rule> rules) {
    this.system = system;
    this.query = query;
    this.rules = rules;
  }

  static List<Fault> faults(TypeSystem system, Ast.Query query, List<Rule> rules) {
    QueryWalk walk = new QueryWalk(system, query, rules);
    walk.walk();
    return walk.faults;
  }

  void report(@Nullable Position position, String message) {
    faults.add(new Fault(message, position));
  }

  TypeSystem system() {
    return system;
  }

  Ast.Query query() {
    return query;
  }

  /// The operation that is walked; null in a fragment on its own.
  Ast.@Nullable Operation operation() {
    return operation;
  }

  Ast.@Nullable Definition parent(Ast.Selection selection) {
    SelectionNote note = selections.get(selection);
    return note == null ? null : note.parent;
  }

  Ast.@Nullable FieldDefinition definition(Ast.Field field) {
    SelectionNote note = selections.get(field);
    return note == null ? null : note.field;
  }

  /// The fragment of a spread that was visited.
  Ast.@Nullable Fragment fragment(Ast.Spread named) {
    SelectionNote note = selections.get(named);
    return note == null ? null : note.fragment;
  }

  Ast.@Nullable DirectiveDefinition definition(Ast.Directive directive) {
    DirectiveNote note = directives.get(directive);
    return note == null ? null : note.definition;
  }

  String location(Ast.Directive directive) {
    DirectiveNote note = directives.get(directive);
    return note == null ? "" : note.location;
  }

  ValueNote note(Ast.Literal value) {
    return values.getOrDefault(value, ValueNote.NONE);
  }

  boolean isUsed(Ast.Variable variable) {
    return used.contains(variable);
  }

  private void tell(Consumer<Rule> event) {
    rules.forEach(event);
  }

  private void walk() {
    for (Ast.Operation next : query.operations()) {
      spread = new HashSet<>();
      operation = next;
      walkOperation(next);
      operation = null;
    }
    for (Ast.Fragment fragment : query.fragments()) {
      spread = new HashSet<>();
      Ast.Definition type = system.type(fragment.condition());
      walkDirectives(fragment.directives(), "FRAGMENT_DEFINITION");
      walkSelections(type, fragment.selections());
      tell(rule -> rule.fragment(this, fragment));
    }
  }

  private void walkOperation(Ast.Operation next) {
    for (Ast.Variable variable : next.variables()) {
      tell(rule -> rule.variable(this, variable));
      Ast.Literal value = variable.defaultValue();
      if (value != null) {
        ValueNote note = note(value);
        values.put(
            value,
            new ValueNote(
                variable.type(),
                note.hasDefault,
                system.type(variable.type().innermost()),
                note.variable));
      }
    }
    for (Ast.Variable variable : next.variables()) {
      if (variable.defaultValue() != null) {
        walkValue(variable.defaultValue());
      }
      walkDirectives(variable.directives(), "VARIABLE_DEFINITION");
    }
    String location =
        switch (next.type()) {
          case "mutation" -> "MUTATION";
          case "subscription" -> "SUBSCRIPTION";
          default -> "QUERY";
        };
    walkDirectives(next.directives(), location);
    walkSelections(system.root(next.type()), next.selections());
    tell(rule -> rule.operation(this, next));
  }

  private void walkDirectives(List<Ast.Directive> list, String location) {
    for (Ast.Directive directive : list) {
      Ast.DirectiveDefinition definition = system.directive(directive.name());
      directives.put(directive, new DirectiveNote(definition, location));
      for (Ast.Argument argument : directive.arguments()) {
        walkArgument(definition == null ? null : definition.argument(argument.name()), argument);
      }
      tell(rule -> rule.directive(this, directive));
    }
    tell(rule -> rule.directives(this, list));
  }

  private void walkArgument(Ast.@Nullable ArgumentDefinition definition, Ast.Argument argument) {
    if (definition != null) {
      expect(argument.value(), definition.type(), definition.defaultValue());
    }
    walkValue(argument.value());
  }

  private void expect(Ast.Literal value, Ast.Type type, Ast.@Nullable Literal defaultValue) {
    boolean hasDefault = defaultValue != null && defaultValue.kind() != Ast.Kind.NULL;
    values.put(
        value,
        new ValueNote(type, hasDefault, system.type(type.innermost()), note(value).variable));
  }

  private void walkValue(Ast.Literal value) {
    ValueNote note = note(value);
    switch (value.kind()) {
      case VARIABLE -> walkVariable(value, note);
      case OBJECT -> {
        for (Ast.Child child : value.children()) {
          Ast.FieldDefinition field =
              note.definition == null ? null : note.definition.field(child.name());
          if (field != null) {
            expect(child.value(), field.type(), field.defaultValue());
          }
          walkValue(child.value());
        }
      }
      case LIST -> {
        Ast.Type element = note.expected == null ? null : note.expected.element();
        for (Ast.Child child : value.children()) {
          if (element != null) {
            ValueNote known = note(child.value());
            values.put(
                child.value(),
                new ValueNote(element, known.hasDefault, note.definition, known.variable));
          }
          walkValue(child.value());
        }
      }
      case INT, FLOAT, STRING, BLOCK, BOOLEAN, NULL, ENUM -> {}
    }
    tell(rule -> rule.value(this, value));
  }

  private void walkVariable(Ast.Literal value, ValueNote note) {
    if (operation == null) {
      return;
    }
    Ast.Variable variable = Ast.named(operation.variables(), Ast.Variable::name, value.raw());
    if (variable != null) {
      used.add(variable);
    }
    values.put(value, new ValueNote(note.expected, note.hasDefault, note.definition, variable));
  }

  private void walkSelections(Ast.@Nullable Definition parent, List<Ast.Selection> list) {
    for (Ast.Selection selection : list) {
      switch (selection) {
        case Ast.Field field -> walkField(parent, field);
        case Ast.Inline inline -> walkInline(parent, inline);
        case Ast.Spread named -> walkSpread(parent, named);
      }
    }
  }

  private void walkField(Ast.@Nullable Definition parent, Ast.Field field) {
    Ast.FieldDefinition definition =
        field.name().equals("__typename")
            ? TYPE_NAME
            : parent == null ? null : parent.field(field.name());
    selections.put(field, new SelectionNote(parent, definition, null));
    Ast.Definition type = definition == null ? null : system.type(definition.type().innermost());
    for (Ast.Argument argument : field.arguments()) {
      walkArgument(definition == null ? null : definition.argument(argument.name()), argument);
    }
    walkDirectives(field.directives(), "FIELD");
    walkSelections(type, field.selections());
    tell(rule -> rule.field(this, field));
  }

  private static final Ast.FieldDefinition TYPE_NAME =
      new Ast.FieldDefinition(
          "",
          "__typename",
          List.of(),
          null,
          new Ast.Type("String", null, false, null),
          List.of(),
          null,
          new Ast.Comments(List.of(), List.of(), List.of()));

  private void walkInline(Ast.@Nullable Definition parent, Ast.Inline inline) {
    selections.put(inline, new SelectionNote(parent, null, null));
    Ast.Definition type = inline.condition().isEmpty() ? parent : system.type(inline.condition());
    walkDirectives(inline.directives(), "INLINE_FRAGMENT");
    walkSelections(type, inline.selections());
    tell(rule -> rule.inline(this, inline));
  }

  /// A fragment is gone into once in an operation.
  private void walkSpread(Ast.@Nullable Definition parent, Ast.Spread named) {
    Ast.Fragment fragment = query.fragment(named.name());
    selections.put(named, new SelectionNote(parent, null, fragment));
    walkDirectives(named.directives(), "FRAGMENT_SPREAD");
    if (fragment != null && spread.add(fragment.name())) {
      walkDirectives(fragment.directives(), "FRAGMENT_DEFINITION");
      walkSelections(system.type(fragment.condition()), fragment.selections());
    }
    tell(rule -> rule.spread(this, named));
  }
}
