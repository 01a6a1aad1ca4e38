package ms.continuu.attest.rego.builtin;

import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.NullValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// `glob.*`.
final class Globs implements BuiltinFamily {
  private static final String SPECIAL = "*?\\[]{}";
  private static final int[] NO_SEPARATORS = {};
  private static final int[] DOT = {'.'};

  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("glob.match", Globs::match);
    registry.add("glob.quote_meta", Globs::quoteMeta);
  }

  private static Value match(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String pattern = Operands.text(operands, 1);
    int[] separators =
        switch (operands[1]) {
          case NullValue none -> NO_SEPARATORS;
          case ArrayValue array when array.size() == 0 -> DOT;
          case ArrayValue array -> Operands.codePoints(operands, 2);
          default -> throw Operands.wrongType(operands, 2, "array", "null");
        };
    String text = Operands.text(operands, 3);
    Key key = new Key(pattern, new String(separators, 0, separators.length));
    Compiled compiled = context.shared(Compiled.class, key, Compiled::of);
    if (compiled.pattern == null) {
      throw BuiltinFault.of(compiled.fault);
    }
    return BooleanValue.of(compiled.pattern.matches(text));
  }

  private record Key(String pattern, String separators) {}

  /// A pattern, or why it is none.
  private record Compiled(@Nullable GlobPattern pattern, String fault) {
    static Compiled of(Key key) {
      try {
        int[] separators = GoStrings.runes(key.separators);
        return new Compiled(GlobPattern.compile(key.pattern, separators), "");
      } catch (BuiltinFault e) {
        return new Compiled(null, String.valueOf(e.getMessage()));
      }
    }
  }

  private static Value quoteMeta(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    StringBuilder quoted = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return StringValue.of(quoted.toString());
  }
}
