package ms.continuu.attest.policy.rego;

import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.rego.host.YamlCodec;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Value;

/// Gives Rego the YAML of `documents`.
public final class DocumentsYaml implements YamlCodec {

  @Override
  public Value parse(String text) throws YamlSyntaxException {
    Reading reading = read(text);
    return valueOf(reading, reading.diagnostics().isEmpty());
  }

  @Override
  public Value parseFirst(String text) throws YamlSyntaxException {
    Reading reading = read(text);
    return valueOf(reading, !reading.documents().isEmpty() || reading.diagnostics().isEmpty());
  }

  private static Reading read(String text) {
    return Yaml.OPA.read(new SourceFile("", text), DocumentLimits.DEFAULT);
  }

  private static Value valueOf(Reading reading, boolean sound) throws YamlSyntaxException {
    if (!sound) {
      Diagnostic fault = reading.diagnostics().getFirst();
      Location place = fault.location();
      throw new YamlSyntaxException(fault.message(), place == null ? 0 : place.row());
    }
    return reading.documents().isEmpty() ? NullValue.NULL : reading.documents().getFirst().value();
  }

  @Override
  public String format(Value value) {
    return Yaml.write(value);
  }
}
