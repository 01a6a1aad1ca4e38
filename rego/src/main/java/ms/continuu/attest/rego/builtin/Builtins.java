package ms.continuu.attest.rego.builtin;

import java.util.List;

/// All built-ins of the language but those that are providers.
public final class Builtins {
  private static final List<BuiltinFamily> FAMILIES =
      List.of(
          new Times(),
          new GraphqlFunctions(),
          new JsonSchemas(),
          new SemanticVersions(),
          new Uuids(),
          new Uris(),
          new Networks(),
          new Graphs(),
          new RuntimeFacts(),
          new Comparisons(),
          new Arithmetic(),
          new Numbers(),
          new Bits(),
          new Aggregates(),
          new ArrayFunctions(),
          new Sets(),
          new ObjectFunctions(),
          new Types(),
          new Strings(),
          new Trimming(),
          new Formatting(),
          new JsonText(),
          new JsonSelection(),
          new JsonPatch(),
          new Encodings(),
          new UrlQueries(),
          new YamlText(),
          new Units(),
          new Globs(),
          new Regexes(),
          new Rendering(),
          new Hashes(),
          new Tokens(),
          new AwsSigning(),
          new Certificates(),
          new PrivateKeys(),
          new RegoParseModule(),
          new HttpSend());

  private Builtins() {}

  /// A registry of all of them.
  public static BuiltinRegistry standard() {
    BuiltinRegistry registry = new BuiltinRegistry();
    FAMILIES.forEach(family -> family.addTo(registry));
    return registry;
  }
}
