package ms.continuu.attest.rego.builtin;

import java.util.Objects;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.Value;

/// `strings.render_template`: Go's text templates.
final class Rendering implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("strings.render_template", Rendering::render);
  }

  private static Value render(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String template = Operands.text(operands, 1);
    Value data = decode(Operands.object(operands, 2));
    Object decoded = Objects.requireNonNull(TemplateValue.decoded(data));
    String rendered = TemplateRun.render(context, template, decoded);
    return GoStrings.value(rendered.replace("<no value>", "<undefined>"));
  }

  /// OPA writes the object as Rego and reads it as JSON, which fails on sets, on keys that are no
  /// strings and on some characters.
  private static Value decode(Value object) throws BuiltinFault {
    try {
      return Json.parse(object.toString());
    } catch (JsonSyntaxException e) {
      throw BuiltinFault.of(String.valueOf(e.getMessage()));
    }
  }
}
