package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.rego.host.YamlCodec;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Values as YAML text and back, when the application brings a [YamlCodec] along.
final class YamlText implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("yaml.marshal", YamlText::marshal);
    registry.add("yaml.unmarshal", YamlText::unmarshal);
    registry.add("yaml.is_valid", YamlText::isValid);
  }

  private static Value marshal(BuiltinContext context, Value[] operands) throws BuiltinFault {
    return StringValue.of(codec().format(valid(JsonForm.of(operands[0]))));
  }

  /// The value as it comes out of JSON text, in which stray bytes cannot stand.
  private static Value valid(Value value) throws BuiltinFault {
    String text = Json.text(value);
    if (!text.contains("\\ufffd")) {
      return value;
    }
    try {
      return Json.parse(text);
    } catch (JsonSyntaxException e) {
      throw BuiltinFault.of(String.valueOf(e.getMessage()));
    }
  }

  private static Value unmarshal(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    try {
      return codec().parse(text);
    } catch (YamlCodec.YamlSyntaxException e) {
      throw BuiltinFault.of(String.valueOf(e.getMessage()));
    }
  }

  private static Value isValid(BuiltinContext context, Value[] operands) throws BuiltinFault {
    if (!(operands[0] instanceof StringValue text)) {
      return BooleanValue.FALSE;
    }
    try {
      codec().parse(text.text());
      return BooleanValue.TRUE;
    } catch (YamlCodec.YamlSyntaxException e) {
      return BooleanValue.FALSE;
    }
  }

  private static YamlCodec codec() throws BuiltinFault {
    return YamlCodec.installed()
        .orElseThrow(() -> BuiltinFault.of("the application has no YAML codec"));
  }
}
