package ms.continuu.attest.rego.syntax;

import java.util.Optional;
import java.util.ServiceLoader;
import ms.continuu.attest.rego.host.YamlCodec;

/// The YAML that the wiring brought along, if any.
final class YamlProvider {
  private YamlProvider() {}

  static Optional<YamlCodec> codec() {
    return Found.CODEC;
  }

  private static final class Found {
    static final Optional<YamlCodec> CODEC =
        ServiceLoader.load(YamlCodec.class, YamlCodec.class.getClassLoader()).findFirst();
  }
}
