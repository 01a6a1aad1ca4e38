package ms.continuu.attest.rego.syntax;

import java.util.Set;

/// How a text is read.
///
/// @param version the language when the text does not say otherwise
/// @param futureKeywords keywords beyond the version's own that may be used without import (for
///   queries and tests)
/// @param importable names that `import future.keywords.…` may bring; what is missing is unknown
/// @param features capability features, such as `template_strings`, that the text may use
/// @param annotations whether `# METADATA` blocks are read
/// @param maxDepth nesting before the text is refused
public record ParseOptions(
    RegoVersion version,
    Set<String> futureKeywords,
    Set<String> importable,
    Set<String> features,
    boolean annotations,
    int maxDepth) {

  /// OPA's own bound on nesting.
  public static final int MAX_DEPTH = 100_000;

  public ParseOptions {
    futureKeywords = Set.copyOf(futureKeywords);
    importable = Set.copyOf(importable);
    features = Set.copyOf(features);
  }

  /// All that OPA 1.22.2 can do in a version of the language, with annotations.
  public static ParseOptions of(RegoVersion version) {
    return switch (version) {
      case V0, V0_COMPAT_V1 ->
          new ParseOptions(
              version,
              Set.of(),
              Keywords.FUTURE.keySet(),
              Set.of(
                  "keywords_in_refs",
                  "rego_v1",
                  "rego_v1_import",
                  "rego_v2",
                  "rego_v2_import",
                  "rule_head_ref_string_prefixes",
                  "rule_head_refs"),
              true,
              MAX_DEPTH);
      case V1 ->
          new ParseOptions(
              version,
              Set.of(),
              Keywords.NEW_IN_V2.keySet(),
              Set.of(
                  "keywords_in_refs", "rego_v1", "rego_v2", "rego_v2_import", "template_strings"),
              true,
              MAX_DEPTH);
      case V2 ->
          new ParseOptions(
              version,
              Set.of(),
              Set.of(),
              Set.of(
                  "keywords_in_refs",
                  "rego_v1",
                  "rego_v1_import",
                  "rego_v2",
                  "rego_v2_import",
                  "template_strings"),
              true,
              MAX_DEPTH);
    };
  }

  /// The same, but `# METADATA` blocks are comments like others.
  public ParseOptions withoutAnnotations() {
    return new ParseOptions(version, futureKeywords, importable, features, false, maxDepth);
  }

  /// The same, with these keywords at hand without an import.
  public ParseOptions withFutureKeywords(Set<String> keywords) {
    return new ParseOptions(version, keywords, importable, features, annotations, maxDepth);
  }

  /// Whether a text may use a feature: v2 has some of its own.
  boolean has(String feature) {
    return features.contains(feature)
        || version == RegoVersion.V2
            && features.contains("rego_v2")
            && (feature.equals("keywords_in_refs") || feature.equals("template_strings"));
  }
}
