package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.rego.syntax.AstJson;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseErrors;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `rego.parse_module`: always Rego v1, without annotations.
final class RegoParseModule implements BuiltinFamily {
  private static final ParseOptions OPTIONS = ParseOptions.of(RegoVersion.V1).withoutAnnotations();

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("rego.parse_module", (context, operands) -> parse(operands));
  }

  private static Value parse(Value[] operands) throws BuiltinFault {
    String name = Operands.text(operands, 1);
    if (!(operands[1] instanceof StringValue text)) {
      // OPA counts the second operand as the first, too.
      throw Operands.wrong(1, "must be string but got " + operands[1].typeName());
    }
    Parsed<Module> parsed = Parser.module(new SourceFile(name, text.text()), OPTIONS);
    Module module = parsed.tree();
    if (module == null) {
      throw BuiltinFault.of(ParseErrors.text(parsed.diagnostics()));
    }
    try {
      return AstJson.value(module);
    } catch (AstJson.UnwritableTree fault) {
      throw BuiltinFault.of(String.valueOf(fault.getMessage()));
    }
  }
}
