package ms.continuu.attest.rego.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.JsonWriter;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  @Test
  void theBuiltinsAreThoseOfTheRelease() throws IOException {
    Path expected = conformance().resolve("opa-capabilities-1.22.2.json");
    assumeTrue(Files.exists(expected));
    assertThat(json(release("v1.22.2")) + "\n").isEqualTo(Files.readString(expected));
  }

  @Test
  void aBuiltinNamesItsOperands() {
    assertThat(builtin("concat").type().args())
        .map(String::valueOf)
        .containsExactly("delimiter: string", "collection: any<array[string], set[string]>");
    assertThat(builtin("concat").type())
        .hasToString("(string, any<array[string], set[string]>) => string");
    assertThat(builtin("print").type()).hasToString("(any...) => ???");
  }

  @Test
  void earlierReleasesHaveFewerBuiltinsAndOlderTypes() {
    assertThat(Releases.names())
        .startsWith("v0.17.0", "v0.17.1")
        .endsWith("v1.22.1", "v1.22.2")
        .hasSize(157);
    assertThat(release("v0.17.0").byName()).hasSize(114).doesNotContainKey("strings.count");
    assertThat(
            Objects.requireNonNull(release("v1.18.0").byName().get("object.union")).type().result())
        .isEqualTo(Type.ANY);
  }

  @Test
  void theFirstReleaseWithAllOfTheCapabilitiesIsKnown() {
    Capabilities capabilities =
        new Capabilities(
            List.of(builtin("strings.count")), List.of("in"), List.of(), List.of(), null);
    assertThat(Releases.first(capabilities)).isEqualTo("0.67.0");
  }

  @Test
  void versionTwoBringsFeaturesAlong() {
    Capabilities only =
        new Capabilities(List.of(), List.of(), List.of(), List.of(Capabilities.REGO_V2), null);
    assertThat(only.hasFeature(Capabilities.TEMPLATE_STRINGS, RegoVersion.V2)).isTrue();
    assertThat(only.hasFeature(Capabilities.TEMPLATE_STRINGS, RegoVersion.V1)).isFalse();
  }

  /// The public suites: where a property says, or in a folder `shared` beside the project or above.
  private static Path conformance() {
    String configured = System.getProperty("attest.conformance");
    if (configured != null) {
      return Path.of(configured);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("shared/conformance"))) {
        return folder.resolve("shared/conformance");
      }
    }
    return Path.of("absent");
  }

  private static Capabilities release(String name) {
    return Objects.requireNonNull(Releases.capabilities(name));
  }

  private static BuiltinDeclaration builtin(String name) {
    return Objects.requireNonNull(Capabilities.builtin(name));
  }

  private static String json(Capabilities capabilities) {
    StringBuilder text = new StringBuilder();
    CapabilitiesJson.write(capabilities, new JsonWriter(text, "  ", true));
    return text.toString();
  }
}
