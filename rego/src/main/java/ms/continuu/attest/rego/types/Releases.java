package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What each release of OPA could do: from `releases.txt`, and the history in the table of
/// built-ins.
public final class Releases {
  private Releases() {}

  /// The names of the releases, oldest first: `v0.17.0`, ….
  public static List<String> names() {
    return List.copyOf(History.LISTS.keySet());
  }

  /// The capabilities of a release by its name, or null for an unknown one.
  public static @Nullable Capabilities capabilities(String name) {
    Lists lists = History.LISTS.get(name);
    if (lists == null) {
      return null;
    }
    Release release = Release.parse(name.substring(1));
    List<BuiltinDeclaration> builtins = new ArrayList<>();
    for (BuiltinTable.Row row : BuiltinTable.rows()) {
      BuiltinDeclaration builtin = row.at(release);
      if (builtin != null) {
        builtins.add(builtin);
      }
    }
    return new Capabilities(
        builtins,
        lists.keywords,
        lists.wasm.stream().map(Releases::abi).toList(),
        lists.features,
        null);
  }

  private static Capabilities.WasmAbi abi(String text) {
    String[] parts = text.split("\\.");
    return new Capabilities.WasmAbi(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /// The first release that had all of these, as `1.17.0`; null when one of them is unknown.
  public static @Nullable String first(Capabilities capabilities) {
    Release first = new Release(0, 17, 0, "");
    for (BuiltinDeclaration builtin : capabilities.builtins()) {
      Release since = History.BUILTINS.get(builtin.name());
      if (since == null) {
        return null;
      }
      first = since.has(first) ? since : first;
    }
    List<String> words = new ArrayList<>(capabilities.futureKeywords());
    words.addAll(capabilities.features());
    for (String word : words) {
      Release since = History.WORDS.get(word);
      if (since == null) {
        return null;
      }
      first = since.has(first) ? since : first;
    }
    return first.toString();
  }

  private record Lists(List<String> wasm, List<String> keywords, List<String> features) {}

  private static final class History {
    static final Map<String, Lists> LISTS = new LinkedHashMap<>();
    static final Map<String, Release> BUILTINS = new HashMap<>();

    /// Keywords and features by their first release.
    static final Map<String, Release> WORDS = new HashMap<>();

    static {
      Map<String, List<String>> current = new HashMap<>();
      for (String line : BuiltinTable.lines("releases.txt")) {
        String[] parts = line.split("; ");
        for (String change : List.of(parts).subList(1, parts.length)) {
          List<String> words = List.of(change.split(" "));
          List<String> list = words.subList(1, words.size());
          current.put(words.getFirst(), list.getFirst().equals("-") ? List.of() : list);
        }
        Lists lists =
            new Lists(list(current, "wasm"), list(current, "keywords"), list(current, "features"));
        LISTS.put(parts[0], lists);
        Release release = Release.parse(parts[0].substring(1));
        lists.keywords.forEach(word -> WORDS.putIfAbsent(word, release));
        lists.features.forEach(word -> WORDS.putIfAbsent(word, release));
      }
      BuiltinTable.rows().forEach(row -> BUILTINS.put(row.now().name(), row.since()));
    }

    private static List<String> list(Map<String, List<String>> current, String kind) {
      return Objects.requireNonNullElse(current.get(kind), List.of());
    }
  }
}
