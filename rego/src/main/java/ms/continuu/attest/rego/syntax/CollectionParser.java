package ms.continuu.attest.rego.syntax;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.value.Location;
import org.jspecify.annotations.Nullable;

/// Arrays, sets, objects and their comprehensions. A collection ends on its closing bracket.
final class CollectionParser {
  private final Grammar grammar;
  private final Cursor cursor;

  CollectionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /// A collection whose place is not known before its end.
  private interface Shape {
    Term at(Location place);
  }

  @Nullable Term array() {
    return placed(this::arrayShape);
  }

  @Nullable Term setOrObject() {
    return placed(this::setOrObjectShape);
  }

  private interface Reading {
    @Nullable Shape read();
  }

  private @Nullable Term placed(Reading reading) {
    if (!cursor.enter()) {
      return null;
    }
    Location open = cursor.here();
    Shape shape = reading.read();
    cursor.leave();
    return shape == null ? null : shape.at(cursor.span(open, open.start(), cursor.end()));
  }

  private static Shape arrayOf(List<Term> items) {
    return place -> new Term.ArrayTerm(items, place);
  }

  private static Shape setOf(List<Term> items) {
    return place -> new Term.SetTerm(Nodes.distinct(items), place);
  }

  private static Shape objectOf(List<Term.Entry> entries) {
    return place -> new Term.ObjectTerm(entries, place);
  }

  /// Steps over a comma in front, as in `[, x]`; what has one is no comprehension.
  private boolean skipLeadingComma() {
    if (!cursor.at(Token.COMMA)) {
      return false;
    }
    cursor.scan();
    return true;
  }

  private @Nullable Shape arrayShape() {
    cursor.scan();
    if (cursor.at(Token.RIGHT_BRACKET)) {
      return arrayOf(List.of());
    }
    boolean mayComprehend = !skipLeadingComma();
    Cursor.State mark = cursor.save();
    // A single term first: `[a | b]` is a comprehension rather than a union.
    Term head = grammar.terms.term();
    if (head == null) {
      return null;
    }
    switch (cursor.token()) {
      case RIGHT_BRACKET -> {
        return arrayOf(List.of(head));
      }
      case COMMA -> {
        return arrayOrNull(itemsAfter(Token.RIGHT_BRACKET, head));
      }
      case UNION -> {
        if (mayComprehend) {
          cursor.scan();
          Body body = grammar.literals.body(Token.RIGHT_BRACKET);
          if (body != null) {
            return place -> new Term.ArrayComprehension(head, body, place);
          }
          if (!cursor.at(Token.COMMA)) {
            return null;
          }
        }
      }
      default -> {}
    }
    cursor.restore(mark);
    return arrayOrNull(items(Token.RIGHT_BRACKET, new ArrayList<>()));
  }

  private static @Nullable Shape arrayOrNull(@Nullable List<Term> items) {
    return items == null ? null : arrayOf(items);
  }

  private static @Nullable Shape setOrNull(@Nullable List<Term> items) {
    return items == null ? null : setOf(items);
  }

  private @Nullable Shape setOrObjectShape() {
    cursor.scan();
    if (cursor.at(Token.RIGHT_BRACE)) {
      return objectOf(List.of());
    }
    boolean mayComprehend = !skipLeadingComma();
    Cursor.State mark = cursor.save();
    // A single term first: `{a | b}` is a comprehension rather than a union.
    Term head = grammar.terms.term();
    if (head == null) {
      return null;
    }
    switch (cursor.token()) {
      case UNION -> {
        if (mayComprehend) {
          return set(mark, head, true);
        }
      }
      case RIGHT_BRACE, COMMA -> {
        return set(mark, head, mayComprehend);
      }
      case COLON -> {
        return object(head, mayComprehend);
      }
      default -> {}
    }
    cursor.restore(mark);
    Term whole = grammar.terms.infixInList();
    if (whole == null) {
      return null;
    }
    return switch (cursor.token()) {
      case RIGHT_BRACE, COMMA -> set(mark, whole, false);
      case COLON -> object(whole, mayComprehend);
      default -> {
        cursor.illegal("non-terminated set");
        yield null;
      }
    };
  }

  private @Nullable Shape set(Cursor.State mark, Term head, boolean mayComprehend) {
    if (!cursor.enter()) {
      return null;
    }
    Shape set =
        switch (cursor.token()) {
          case RIGHT_BRACE -> setOf(List.of(head));
          case COMMA -> setOrNull(itemsAfter(Token.RIGHT_BRACE, head));
          case UNION -> setOfUnion(mark, head, mayComprehend);
          default -> null;
        };
    cursor.leave();
    return set;
  }

  private @Nullable Shape setOfUnion(Cursor.State mark, Term head, boolean mayComprehend) {
    if (mayComprehend) {
      cursor.scan();
      Body body = grammar.literals.body(Token.RIGHT_BRACE);
      if (body != null) {
        return place -> new Term.SetComprehension(head, body, place);
      }
      if (!cursor.at(Token.COMMA)) {
        return null;
      }
    }
    cursor.restore(mark);
    return setOrNull(items(Token.RIGHT_BRACE, new ArrayList<>()));
  }

  /// The rest of an object; it stands on the colon behind the first key.
  private @Nullable Shape object(Term key, boolean mayComprehend) {
    if (!cursor.enter()) {
      return null;
    }
    Shape object = objectShape(key, mayComprehend);
    cursor.leave();
    return object;
  }

  private @Nullable Shape objectShape(Term key, boolean mayComprehend) {
    cursor.scan();
    Cursor.State mark = cursor.save();
    Term value = grammar.terms.term();
    if (value == null) {
      return null;
    }
    if (mayComprehend) {
      switch (cursor.token()) {
        case RIGHT_BRACE, COMMA -> {
          return objectRest(key, value, true);
        }
        case UNION -> {
          Shape comprehension = objectRest(key, value, true);
          if (comprehension != null) {
            return comprehension;
          }
        }
        default -> {}
      }
    }
    cursor.restore(mark);
    Term whole = grammar.terms.infixInList();
    if (whole == null) {
      return null;
    }
    if (cursor.at(Token.RIGHT_BRACE) || cursor.at(Token.COMMA)) {
      return objectRest(key, whole, false);
    }
    cursor.illegal("non-terminated object");
    return null;
  }

  private @Nullable Shape objectRest(Term key, Term value, boolean mayComprehend) {
    if (!cursor.enter()) {
      return null;
    }
    Shape object =
        switch (cursor.token()) {
          case RIGHT_BRACE -> objectOf(List.of(new Term.Entry(key, value)));
          case UNION -> objectComprehension(key, value, mayComprehend);
          case COMMA -> entriesAfter(new Term.Entry(key, value));
          default -> null;
        };
    cursor.leave();
    return object;
  }

  private @Nullable Shape objectComprehension(Term key, Term value, boolean mayComprehend) {
    if (!mayComprehend) {
      cursor.illegal("non-terminated object");
      return null;
    }
    cursor.scan();
    Body body = grammar.literals.body(Token.RIGHT_BRACE);
    return body == null ? null : place -> new Term.ObjectComprehension(key, value, body, place);
  }

  private @Nullable List<Term> itemsAfter(Token close, Term first) {
    cursor.scan();
    List<Term> items = new ArrayList<>();
    items.add(first);
    return items(close, items);
  }

  /// Reads terms, a comma between them, up to the closing token; a comma may stand before it.
  @Nullable List<Term> items(Token close, List<Term> items) {
    while (!cursor.at(close)) {
      Term item = grammar.terms.infixInList();
      if (item == null) {
        return null;
      }
      items.add(item);
      if (!separated(close)) {
        return null;
      }
    }
    return items;
  }

  /// Steps over a comma, or finds the closing token.
  private boolean separated(Token close) {
    if (cursor.at(Token.COMMA)) {
      cursor.scan();
      return true;
    }
    if (cursor.at(close)) {
      return true;
    }
    cursor.illegal("expected \",\" or \"" + close.text() + "\"");
    return false;
  }

  private @Nullable Shape entriesAfter(Term.Entry first) {
    cursor.scan();
    List<Term.Entry> entries = new ArrayList<>();
    entries.add(first);
    while (!cursor.at(Token.RIGHT_BRACE)) {
      Term key = grammar.terms.infixInList();
      if (key == null) {
        return null;
      }
      if (!cursor.at(Token.COLON)) {
        cursor.illegal("expected \":\"");
        return null;
      }
      cursor.scan();
      Term value = grammar.terms.infixInList();
      if (value == null) {
        return null;
      }
      entries.add(new Term.Entry(key, value));
      if (!separated(Token.RIGHT_BRACE)) {
        return null;
      }
    }
    return objectOf(entries);
  }
}
