package ms.continuu.attest.operations.validate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The kinds that Kubernetes has of its own, and the fields of their types, from a table that is
/// made from its sources.
public final class KubernetesTable {
  private final Map<String, Map<String, Kind>> kinds = new TreeMap<>();
  private final Map<String, Map<String, Field>> types = new HashMap<>();
  private String release = "";

  /// A kind of one API version.
  ///
  /// @param type the name of its type; empty when the table does not hold it
  /// @param removedIn the minor version of Kubernetes 1 that no longer serves it; 0 when none is
  ///   known
  /// @param replacement the API version to use instead; empty when there is none
  record Kind(String type, int removedIn, String replacement) {}

  /// A field.
  ///
  /// @param type `string`, `number`, `boolean`, `scalar`, `any`, `[]T`, `{}T`, or a type's name
  record Field(String type, boolean isRequired) {}

  private static final class Loaded {
    static final KubernetesTable TABLE = read();
  }

  private KubernetesTable() {}

  /// The table, read once.
  static KubernetesTable get() {
    return Loaded.TABLE;
  }

  /// The release of Kubernetes that it describes, such as `1.37`.
  public static String release() {
    return get().release;
  }

  /// The minor version of that release.
  public static int minor() {
    return Integer.parseInt(release().substring(release().indexOf('.') + 1));
  }

  @Nullable Kind kind(String apiVersion, String kind) {
    return kindsOf(apiVersion).get(kind);
  }

  /// The kinds of an API version; none when nobody knows it.
  Map<String, Kind> kindsOf(String apiVersion) {
    return kinds.getOrDefault(apiVersion, Map.of());
  }

  Set<String> apiVersions() {
    return kinds.keySet();
  }

  /// The API versions that serve a kind in a minor version, those for general use first.
  List<String> versionsOf(String kind, int minor) {
    TreeSet<String> stable = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    kinds.forEach((apiVersion, of) -> {
      Kind found = of.get(kind);
      if (found != null && (found.removedIn() == 0 || found.removedIn() > minor)) {
        (apiVersion.matches("(.*/)?v[0-9]+") ? stable : others).add(apiVersion);
      }
    });
    return stable.isEmpty() ? List.copyOf(others) : List.copyOf(stable);
  }

  /// The fields of a type; none when it is no type with fields.
  Map<String, Field> fieldsOf(String type) {
    return types.getOrDefault(type, Map.of());
  }

  private static KubernetesTable read() {
    KubernetesTable table = new KubernetesTable();
    try (InputStream in = KubernetesTable.class.getResourceAsStream("kubernetes.txt")) {
      if (in == null) {
        throw new IllegalStateException("no table of Kubernetes' kinds");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, Field> fields = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        switch (line.charAt(0)) {
          case '#' -> {}
          case '=' -> table.release = line.substring(1);
          case '@' -> table.addKind(line.substring(1).split(" ", -1));
          case ':' -> {
            fields = new TreeMap<>();
            table.types.put(line.substring(1), fields);
          }
          default -> {
            int space = line.indexOf(' ');
            boolean required = line.charAt(space - 1) == '!';
            fields.put(
                line.substring(0, required ? space - 1 : space),
                new Field(line.substring(space + 1).intern(), required));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void addKind(String[] words) {
    kinds
        .computeIfAbsent(words[0], version -> new TreeMap<>())
        .put(
            words[1],
            new Kind(
                words[2].equals("-") ? "" : words[2],
                words.length > 3 ? Integer.parseInt(words[3]) : 0,
                words.length > 4 ? words[4] : ""));
  }
}
