package ms.continuu.attest.rego.interpret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ms.continuu.attest.rego.ir.Operand;
import ms.continuu.attest.rego.runtime.Documents;
import ms.continuu.attest.rego.runtime.Patterns;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.NumberValue;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SetValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `walk(x, [path, value])`: every value within a document with its path, outer ones first. Goes
/// only where the output lets it, and is not deep itself, however deep the document is.
final class DocumentWalk {
  private final Activation a;
  private final Answer answer;

  /// What the output says of the path: null for nothing.
  private final Operand @Nullable [] wanted;

  /// Nobody looks at the paths.
  private final boolean pathless;

  private final List<Value> path = new ArrayList<>();

  /// @param output null when nobody looks at what is found
  DocumentWalk(Activation activation, @Nullable Operand output, Answer answer) {
    a = activation;
    this.answer = answer;
    Operand asked =
        output instanceof Operand.ArrayOf(Operand[] pair) && pair.length == 2 ? pair[0] : null;
    pathless = asked instanceof Operand.Local(int slot) && a.layout.name(slot).startsWith("$");
    wanted = asked == null ? null : filter(asked);
  }

  private Operand @Nullable [] filter(Operand asked) {
    Value value = Patterns.value(asked, a.slots);
    if (value instanceof ArrayValue array) {
      return array.asList().stream().map(Operand.Constant::new).toArray(Operand[]::new);
    }
    return asked instanceof Operand.ArrayOf(Operand[] items) ? items : null;
  }

  /// A collection on the way, and which member is next.
  private static final class Level {
    final Value document;
    int next;

    Level(Value document) {
      this.document = document;
    }
  }

  @Nullable Exit run(Value document) {
    Exit exit = visit(document);
    if (exit != null) {
      return exit;
    }
    Deque<Level> levels = new ArrayDeque<>();
    levels.push(new Level(document));
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      Value key = key(level);
      if (key == null) {
        levels.pop();
        if (!path.isEmpty()) {
          path.removeLast();
        }
        continue;
      }
      Value member = Documents.member(level.document, key);
      if (member == null) {
        continue;
      }
      path.add(key);
      exit = visit(member);
      if (exit != null) {
        return exit;
      }
      levels.push(new Level(member));
    }
    return null;
  }

  /// The key of the next member to go to, or null.
  private @Nullable Value key(Level level) {
    Operand[] filter = wanted;
    if (filter != null && filter.length > 0) {
      if (path.size() >= filter.length) {
        return null;
      }
      Value only = Patterns.value(filter[path.size()], a.slots);
      if (only != null) {
        return level.next++ == 0 ? only : null;
      }
    }
    int at = level.next++;
    return switch (level.document) {
      case ArrayValue array -> at < array.size() ? NumberValue.of(at) : null;
      case ObjectValue object -> at < object.size() ? object.keyAt(at) : null;
      case SetValue set -> at < set.size() ? set.at(at) : null;
      default -> null;
    };
  }

  private @Nullable Exit visit(Value document) {
    if (wanted != null && wanted.length > 0 && path.size() != wanted.length) {
      return null;
    }
    ArrayValue place = pathless ? ArrayValue.EMPTY : ArrayValue.of(path);
    return answer.accept(ArrayValue.owning(new Value[] {place, document}));
  }
}
