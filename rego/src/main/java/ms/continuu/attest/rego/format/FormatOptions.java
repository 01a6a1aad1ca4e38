package ms.continuu.attest.rego.format;

import ms.continuu.attest.rego.syntax.RegoVersion;

/// What a module is written for: every version of the language from `oldest` to `newest` must be
/// able to read it.
///
/// @param oldest `V0`, `V1` or `V2`
/// @param newest the same or a later one
/// @param dropDirectiveImports imports of `rego.v1` and `future.keywords` go where `oldest` has no
///   need of them
/// @param keywordsInRefs keywords may stand behind a dot, `input.not`; else they are written in
///   brackets
public record FormatOptions(
    RegoVersion oldest, RegoVersion newest, boolean dropDirectiveImports, boolean keywordsInRefs) {

  /// For one version; `V0_COMPAT_V1` is the span from v0 to v1.
  public static FormatOptions of(RegoVersion version) {
    return version == RegoVersion.V0_COMPAT_V1
        ? between(RegoVersion.V0, RegoVersion.V1)
        : between(version, version);
  }

  /// For all versions from one to another.
  public static FormatOptions between(RegoVersion oldest, RegoVersion newest) {
    return new FormatOptions(oldest, newest, false, true);
  }

  public FormatOptions withDropDirectiveImports(boolean dropDirectiveImports) {
    return new FormatOptions(oldest, newest, dropDirectiveImports, keywordsInRefs);
  }

  public FormatOptions withKeywordsInRefs(boolean keywordsInRefs) {
    return new FormatOptions(oldest, newest, dropDirectiveImports, keywordsInRefs);
  }
}
