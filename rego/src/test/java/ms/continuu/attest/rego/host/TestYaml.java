package ms.continuu.attest.rego.host;

import java.util.List;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.NodeMaker;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The YAML of `documents`, for the tests of this module.
public final class TestYaml implements YamlCodec {
  private static final NodeMaker<YamlNode> NODES =
      new NodeMaker<>() {
        @Override
        public YamlNode scalar(String text, Value value, boolean plain, int line) {
          return new YamlNode.Scalar(text, value, plain, line);
        }

        @Override
        public YamlNode sequence(List<YamlNode> items, int line) {
          return new YamlNode.Sequence(items, line);
        }

        @Override
        public YamlNode mapping(List<YamlNode> keys, List<YamlNode> values, int line) {
          return new YamlNode.Mapping(keys, values, line);
        }
      };

  @Override
  public Value parse(String text) throws YamlSyntaxException {
    Reading reading = Yaml.OPA.read(new SourceFile("", text), DocumentLimits.DEFAULT);
    refuse(reading.diagnostics());
    return reading.documents().isEmpty() ? NullValue.NULL : reading.documents().getFirst().value();
  }

  @Override
  public @Nullable YamlNode parseFirst(String text) throws YamlSyntaxException {
    Yaml.Composed<YamlNode> composed =
        Yaml.compose(new SourceFile("", text), DocumentLimits.DEFAULT, NODES);
    refuse(composed.diagnostics());
    return composed.root();
  }

  private static void refuse(List<Diagnostic> diagnostics) throws YamlSyntaxException {
    if (!diagnostics.isEmpty()) {
      throw new YamlSyntaxException(diagnostics.getFirst().message(), 1);
    }
  }

  @Override
  public String format(Value value) {
    return Yaml.write(value);
  }
}
