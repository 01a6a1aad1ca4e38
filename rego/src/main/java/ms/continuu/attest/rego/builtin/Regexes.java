package ms.continuu.attest.rego.builtin;

import java.util.List;
import ms.continuu.attest.value.ArrayValue;
import ms.continuu.attest.value.BooleanValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `regex.*`.
final class Regexes implements BuiltinFamily {
  @Override
  public void addTo(BuiltinRegistry registry) {
    registry.add("regex.is_valid", Regexes::isValid);
    registry.add("regex.match", Regexes::match);
    registry.add("re_match", Regexes::match);
    registry.add("regex.template_match", Regexes::matchTemplate);
    registry.add("regex.split", Regexes::split);
    registry.add("regex.find_n", Regexes::find);
    registry.add("regex.find_all_string_submatch_n", Regexes::findGroups);
    registry.add("regex.replace", Regexes::replace);
    registry.add("regex.globs_match", Regexes::matchGlobs);
  }

  private static Value isValid(BuiltinContext context, Value[] operands) {
    if (!(operands[0] instanceof StringValue expression)) {
      return BooleanValue.FALSE;
    }
    try {
      GoRegexpParser.parse(expression.text());
      return BooleanValue.TRUE;
    } catch (BuiltinFault invalid) {
      return BooleanValue.FALSE;
    }
  }

  private static Value match(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String expression = Operands.text(operands, 1);
    String text = Operands.text(operands, 2);
    return BooleanValue.of(GoRegexp.of(context, expression).matches(text));
  }

  private static Value split(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String expression = Operands.text(operands, 1);
    String text = Operands.text(operands, 2);
    return strings(GoRegexp.of(context, expression).split(text));
  }

  private static ArrayValue strings(List<String> texts) {
    return ArrayValue.of(texts.stream().map(GoStrings::value).toList());
  }

  private static Value find(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String expression = Operands.text(operands, 1);
    String text = Operands.text(operands, 2);
    long limit = Operands.integer(operands, 3);
    List<GoRegexp.Match> found = GoRegexp.of(context, expression).find(text, limit);
    return strings(found.stream().map(match -> match.group(text, 0)).toList());
  }

  private static Value findGroups(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String expression = Operands.text(operands, 1);
    String text = Operands.text(operands, 2);
    long limit = Operands.integer(operands, 3);
    List<GoRegexp.Match> found = GoRegexp.of(context, expression).find(text, limit);
    return ArrayValue.of(found.stream().map(match -> groups(match, text)).toList());
  }

  private static ArrayValue groups(GoRegexp.Match match, String text) {
    Value[] groups = new Value[match.groups()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = GoStrings.value(match.group(text, i));
    }
    return ArrayValue.owning(groups);
  }

  private static Value replace(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String text = Operands.text(operands, 1);
    String expression = Operands.text(operands, 2);
    String template = Operands.text(operands, 3);
    GoRegexp regexp = GoRegexp.of(context, expression);
    return GoStrings.value(regexp.replace(context, text, template));
  }

  private static Value matchTemplate(BuiltinContext context, Value[] operands) throws BuiltinFault {
    byte[] template = Operands.bytes(operands, 1);
    String text = Operands.text(operands, 2);
    byte[] start = Operands.bytes(operands, 3);
    byte[] end = Operands.bytes(operands, 4);
    if (start.length != 1) {
      throw BuiltinFault.of(
          "start delimiter has to be exactly one character long but is " + start.length + " long");
    }
    if (end.length != 1) {
      // OPA tells the length of the other delimiter here.
      throw BuiltinFault.of(
          "end delimiter has to be exactly one character long but is " + start.length + " long");
    }
    String expression = RegexTemplate.expression(template, start[0], end[0]);
    return BooleanValue.of(GoRegexp.of(context, expression).matches(text));
  }

  private static Value matchGlobs(BuiltinContext context, Value[] operands) throws BuiltinFault {
    String left = Operands.text(operands, 1);
    String right = Operands.text(operands, 2);
    return BooleanValue.of(GlobIntersection.isNonEmpty(left, right));
  }
}
