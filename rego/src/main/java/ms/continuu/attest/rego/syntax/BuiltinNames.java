package ms.continuu.attest.rego.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of the built-in functions, which rules cannot take: all that the grammar knows of
/// them.
final class BuiltinNames {
  private BuiltinNames() {}

  static boolean contains(String name) {
    return Names.ALL.contains(name);
  }

  /// Read at first use: the lines of the table that open an entry.
  private static final class Names {
    static final Set<String> ALL = read();

    private static Set<String> read() {
      try (InputStream table =
          Objects.requireNonNull(
              BuiltinNames.class.getResourceAsStream(
                  "/ms/continuu/attest/rego/types/builtins.txt"))) {
        return new String(table.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '#')
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
