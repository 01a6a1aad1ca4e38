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
    Reading reading = Yaml.OPA.read(new SourceFile("", text), DocumentLimits.DEFAULT);
    if (!reading.diagnostics().isEmpty()) {
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
