package ms.continuu.attest.rego.host;

import java.util.Optional;
import java.util.ServiceLoader;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// YAML as the language needs it (`# METADATA` blocks, `yaml.*`), provided as a service so that an
/// embedder who needs none takes no YAML library along.
public interface YamlCodec {

  /// The codec that the application brings along, if any.
  static Optional<YamlCodec> installed() {
    return Installed.CODEC;
  }

  /// Looked up once, at first use.
  final class Installed {
    private static final Optional<YamlCodec> CODEC =
        ServiceLoader.load(YamlCodec.class, YamlCodec.class.getClassLoader()).findFirst();

    private Installed() {}
  }

  /// The value of a one-document YAML text.
  ///
  /// @throws YamlSyntaxException with go-yaml's wording where OPA shows it
  Value parse(String text) throws YamlSyntaxException;

  /// A text's first document, whatever stands behind it, or null when there is none: how go-yaml
  /// reads `# METADATA` blocks.
  @Nullable YamlNode parseFirst(String text) throws YamlSyntaxException;

  /// The YAML text of a value, as OPA's `yaml.marshal` writes it.
  String format(Value value);

  /// A text that is no YAML.
  final class YamlSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    /// The 1-based line of the fault within the text, or 0.
    private final int line;

    public YamlSyntaxException(String message, int line) {
      super(message);
      this.line = line;
    }

    public int line() {
      return line;
    }
  }
}
