package ms.continuu.attest.rego.types;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.types.Type.Function;
import ms.continuu.attest.rego.types.Type.Named;
import org.jspecify.annotations.Nullable;

/// The built-in functions of the language and their history, from `builtins.txt`, whose head
/// explains its notation.
final class BuiltinTable {
  private BuiltinTable() {}

  /// Sorted by name. Read at first use.
  static List<Row> rows() {
    return Rows.ALL;
  }

  /// One built-in: what it is now, and what it was.
  ///
  /// @param earlier its type before `changed`, or null when it never changed
  record Row(
      BuiltinDeclaration now,
      Release since,
      @Nullable Release deprecated,
      @Nullable Release nondeterministic,
      @Nullable Function earlier,
      @Nullable Release changed) {

    /// The declaration at a release, as capabilities files have it: without names and descriptions;
    /// null if it was not yet.
    @Nullable BuiltinDeclaration at(Release release) {
      if (!release.has(since)) {
        return null;
      }
      Function type = earlier == null || release.has(changed) ? now.type().unnamed() : earlier;
      return new BuiltinDeclaration(
          now.name(),
          "",
          List.of(),
          type,
          now.infix(),
          now.relation(),
          release.has(deprecated),
          release.has(nondeterministic));
    }
  }

  /// The lines of a resource beside this class, without comments.
  static List<String> lines(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(BuiltinTable.class.getResourceAsStream(resource))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Rows {
    static final List<Row> ALL = read();

    private static List<Row> read() {
      List<Row> rows = new ArrayList<>();
      List<String> block = new ArrayList<>();
      for (String line : lines("builtins.txt")) {
        if (!line.isEmpty()) {
          block.add(line);
        } else if (!block.isEmpty()) {
          rows.add(new Block(block).row());
          block.clear();
        }
      }
      rows.add(new Block(block).row());
      return List.copyOf(rows);
    }
  }

  /// The lines of one built-in.
  private static final class Block {
    private final String name;
    private final List<String> marks;
    private final List<String> description = new ArrayList<>();
    private final List<@Nullable Type> args = new ArrayList<>();
    private @Nullable Type variadic;
    private @Nullable Type result;
    private @Nullable Release changed;
    private @Nullable Function earlier;

    Block(List<String> lines) {
      marks = List.of(lines.getFirst().split(", "));
      name = marks.getFirst();
      lines.subList(1, lines.size()).forEach(line -> read(line.substring(2)));
    }

    private void read(String line) {
      if (line.startsWith("= ")) {
        description.add(unquoted(line.substring(2)));
      } else if (line.startsWith("-> ")) {
        result = operand(line.substring(3));
      } else if (line.startsWith("... ")) {
        variadic = operand(line.substring(4));
      } else if (line.startsWith("before ")) {
        int colon = line.indexOf(": ");
        changed = Release.parse(line.substring("before ".length(), colon));
        earlier = (Function) TypeParser.parse(line.substring(colon + 2));
      } else {
        args.add(operand(line));
      }
    }

    private static Type operand(String line) {
      int bar = line.indexOf(" | ");
      String declared = bar < 0 ? line : line.substring(0, bar);
      int colon = declared.indexOf(": ");
      boolean named = colon >= 0 && declared.substring(0, colon).matches("[\\w ]+");
      Type type = TypeParser.parse(named ? declared.substring(colon + 2) : declared);
      String text = bar < 0 ? "" : unquoted(line.substring(bar + 3));
      return named ? new Named(declared.substring(0, colon), text, type) : type;
    }

    private static String unquoted(String text) {
      return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private @Nullable String mark(String word) {
      for (String mark : marks) {
        if (mark.startsWith(word)) {
          return mark.length() == word.length() ? "" : mark.substring(word.length() + 1);
        }
      }
      return null;
    }

    private @Nullable Release release(String word) {
      String release = mark(word);
      return release == null ? null : Release.parse(release);
    }

    Row row() {
      Release deprecated = release("deprecated");
      Release nondeterministic = release("nondeterministic");
      BuiltinDeclaration now =
          new BuiltinDeclaration(
              name,
              String.join("\n", description),
              List.of(Objects.requireNonNullElse(mark("categories"), "").split(" ")).stream()
                  .filter(category -> !category.isEmpty())
                  .toList(),
              new Function(args, variadic, result),
              Objects.requireNonNullElse(mark("infix"), ""),
              mark("relation") != null,
              deprecated != null,
              nondeterministic != null);
      return new Row(
          now,
          Objects.requireNonNull(release("since")),
          deprecated,
          nondeterministic,
          earlier,
          changed);
    }
  }
}
