package ms.continuu.attest.rego.host;

import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

/// The YAML of `documents`, for the tests of this module.
public final class TestYaml implements YamlCodec {

  @Override
  public Value parse(String text) throws YamlSyntaxException {
    return parseFirst(text);
  }

  @Override
  public Value parseFirst(String text) throws YamlSyntaxException {
    Reading reading = Yaml.OPA.read(new SourceFile("", text), DocumentLimits.DEFAULT);
    if (!reading.documents().isEmpty()) {
      return reading.documents().getFirst().value();
    }
    if (!reading.diagnostics().isEmpty()) {
      throw new YamlSyntaxException(reading.diagnostics().getFirst().message(), 1);
    }
    return NullValue.NULL;
  }

  @Override
  public String format(Value value) {
    return Yaml.write(value);
  }
}
