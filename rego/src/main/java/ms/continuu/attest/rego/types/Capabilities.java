package ms.continuu.attest.rego.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ms.continuu.attest.rego.syntax.RegoVersion;
import org.jspecify.annotations.Nullable;

/// What a program may use: built-ins, keywords still to be imported, features, and the hosts that
/// schemas come from.
///
/// @param allowNet hosts that remote schema references may be fetched from; null for any host
public record Capabilities(
    List<BuiltinDeclaration> builtins,
    List<String> futureKeywords,
    List<WasmAbi> wasmAbiVersions,
    List<String> features,
    @Nullable List<String> allowNet) {

  /// The program may have a ref as head of a rule, `a.b.c := 1`.
  public static final String RULE_HEAD_REFS = "rule_head_refs";

  /// The same, of strings only.
  public static final String RULE_HEAD_REF_STRING_PREFIXES = "rule_head_ref_string_prefixes";

  /// `import rego.v1` is known.
  public static final String REGO_V1_IMPORT = "rego_v1_import";

  /// `import rego.v2` is known.
  public static final String REGO_V2_IMPORT = "rego_v2_import";

  /// The language is v1.
  public static final String REGO_V1 = "rego_v1";

  /// The language may be v2.
  public static final String REGO_V2 = "rego_v2";

  /// Keywords may stand in refs after a dot.
  public static final String KEYWORDS_IN_REFS = "keywords_in_refs";

  /// `$"…"` is known.
  public static final String TEMPLATE_STRINGS = "template_strings";

  private static final List<String> V2_IMPLIES = List.of(KEYWORDS_IN_REFS, TEMPLATE_STRINGS);

  /// A version of OPA's WebAssembly interface.
  public record WasmAbi(int version, int minorVersion) {}

  public Capabilities {
    builtins = List.copyOf(builtins);
    futureKeywords = List.copyOf(futureKeywords);
    wasmAbiVersions = List.copyOf(wasmAbiVersions);
    features = List.copyOf(features);
    allowNet = allowNet == null ? null : List.copyOf(allowNet);
  }

  /// All that this implementation can, for modules of a language version.
  public static Capabilities current(RegoVersion version) {
    return switch (version) {
      case V0, V0_COMPAT_V1 -> Current.V0;
      case V1 -> Current.V1;
      case V2 -> Current.V2;
    };
  }

  /// All that this implementation can, for modules of Rego v1.
  public static Capabilities current() {
    return Current.V1;
  }

  public boolean hasFeature(String feature) {
    return features.contains(feature);
  }

  /// Whether a feature may be used in a module of this version: v2 brings some along.
  public boolean hasFeature(String feature, RegoVersion version) {
    return hasFeature(feature)
        || (version == RegoVersion.V2 && hasFeature(REGO_V2) && V2_IMPLIES.contains(feature));
  }

  /// The built-ins by name.
  public Map<String, BuiltinDeclaration> byName() {
    Map<String, BuiltinDeclaration> byName = HashMap.newHashMap(builtins.size());
    builtins.forEach(builtin -> byName.put(builtin.name(), builtin));
    return byName;
  }

  /// This with further built-ins, which replace those of the same name.
  public Capabilities with(List<BuiltinDeclaration> further) {
    TreeMap<String, BuiltinDeclaration> all = new TreeMap<>(byName());
    further.forEach(builtin -> all.put(builtin.name(), builtin));
    return new Capabilities(
        new ArrayList<>(all.values()), futureKeywords, wasmAbiVersions, features, allowNet);
  }

  /// This with the keywords and features of others.
  public Capabilities withKeywordsAndFeaturesOf(Capabilities others) {
    return new Capabilities(
        builtins,
        union(futureKeywords, others.futureKeywords),
        wasmAbiVersions,
        union(features, others.features),
        allowNet);
  }

  private static List<String> union(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().sorted().toList();
  }

  /// The declaration of a built-in of this implementation by name, or null.
  public static @Nullable BuiltinDeclaration builtin(String name) {
    return Current.BY_NAME.get(name);
  }

  /// The built-in of this implementation with an operator, such as `+`, or null; `in` has two.
  public static @Nullable BuiltinDeclaration infix(String operator) {
    return Current.BY_INFIX.get(operator);
  }

  private static final class Current {
    static final List<BuiltinDeclaration> BUILTINS =
        BuiltinTable.rows().stream().map(BuiltinTable.Row::now).toList();
    static final Map<String, BuiltinDeclaration> BY_NAME = new HashMap<>();
    static final Map<String, BuiltinDeclaration> BY_INFIX = new HashMap<>();

    static final Capabilities V0 =
        of(
            List.of("and", "contains", "every", "if", "in", "not", "or"),
            List.of(
                KEYWORDS_IN_REFS,
                REGO_V1,
                REGO_V1_IMPORT,
                REGO_V2,
                REGO_V2_IMPORT,
                RULE_HEAD_REF_STRING_PREFIXES,
                RULE_HEAD_REFS));
    static final Capabilities V1 =
        of(
            List.of("and", "not", "or"),
            List.of(KEYWORDS_IN_REFS, REGO_V1, REGO_V2, REGO_V2_IMPORT, TEMPLATE_STRINGS));
    static final Capabilities V2 =
        of(
            List.of(),
            List.of(
                KEYWORDS_IN_REFS,
                REGO_V1,
                REGO_V1_IMPORT,
                REGO_V2,
                REGO_V2_IMPORT,
                TEMPLATE_STRINGS));

    static {
      for (BuiltinDeclaration builtin : BUILTINS) {
        BY_NAME.put(builtin.name(), builtin);
        if (!builtin.infix().isEmpty()) {
          BY_INFIX.put(builtin.infix(), builtin);
        }
      }
    }

    private static Capabilities of(List<String> keywords, List<String> features) {
      return new Capabilities(BUILTINS, keywords, List.of(), features, null);
    }
  }
}
