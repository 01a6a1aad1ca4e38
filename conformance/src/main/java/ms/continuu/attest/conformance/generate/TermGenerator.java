package ms.continuu.attest.conformance.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.conformance.generate.ProgramGenerator.Scope;

/// Makes random terms over the variables and rules in scope.
final class TermGenerator {
  private static final String[] SCALARS = {
    "0",
    "1",
    "2",
    "3",
    "-1",
    "10",
    "1.5",
    "0.1",
    "1e3",
    "true",
    "false",
    "null",
    "\"\"",
    "\"a\"",
    "\"b\"",
    "\"ab\"",
    "\"é\"",
    "`raw`",
    "\"x y\"",
    "-0",
    "1.0",
    "2e0",
    "0.30000000000000004",
    "9007199254740993",
    "12345678901234567890",
    "1e21",
    "1.5e-9",
    "-100000000000000000000.5",
    "\"😀\"",
    "\"\\u0000<&>\"",
    "\"\\n\\\"\"",
    "\"日本\"",
    "\"10\""
  };
  private static final String[] KEYS = {"a", "b", "c", "xs", "m"};

  private final Random random;
  private final Scope rules;
  private final BuiltinCalls builtins;

  TermGenerator(Random random, Scope rules) {
    this.random = random;
    this.rules = rules;
    this.builtins = new BuiltinCalls(random);
  }

  String scalar() {
    return pick(SCALARS);
  }

  /// A JSON value as text, which is also a Rego term.
  String json(int depth) {
    return switch (depth <= 0 ? 0 : random.nextInt(4)) {
      case 1 -> "[" + json(depth - 1) + ", " + json(depth - 1) + "]";
      case 2, 3 ->
          "{\"a\": "
              + json(depth - 1)
              + ", \""
              + pick(KEYS)
              + "\": "
              + json(depth - 1)
              + ", \"xs\": ["
              + json(0)
              + ", "
              + json(0)
              + "]}";
      default -> {
        String scalar = scalar();
        yield scalar.startsWith("`") ? "\"raw\"" : scalar;
      }
    };
  }

  String term(List<String> vars, int depth) {
    if (depth <= 0) {
      return atom(vars);
    }
    return switch (random.nextInt(24)) {
      case 17 -> "sort(" + mixed(vars, depth - 1) + ")";
      case 18 -> formatted(vars, depth - 1);
      case 19 -> "[" + mixed(vars, depth) + ", " + mixed(vars, depth) + "][_]";
      case 20 ->
          pick("object.union", "object.filter", "object.remove", "array.concat", "union")
              + "("
              + collection(vars, depth)
              + ", "
              + collection(vars, depth)
              + ")";
      case 21 -> collection(vars, depth) + "[" + atom(vars) + "]";
      case 22 -> "[" + number(vars, depth - 1) + ", -" + number(vars, depth - 1) + "]";
      case 23 -> pick("max", "min", "sum", "product", "count") + "(" + mixed(vars, depth - 1) + ")";
      case 0 -> "[" + term(vars, depth - 1) + ", " + term(vars, depth - 1) + "]";
      case 1 -> "{" + term(vars, depth - 1) + ", " + term(vars, depth - 1) + "}";
      case 2 -> "{\"" + pick(KEYS) + "\": " + term(vars, depth - 1) + "}";
      case 3, 4 -> collection(vars, depth);
      case 5 ->
          number(vars, depth - 1)
              + pick(" + ", " - ", " * ", " / ", " % ")
              + number(vars, depth - 1);
      case 6, 7, 8 -> call(vars, depth - 1);
      case 9 -> "$\"t {" + atom(vars) + "} {" + reference(vars) + "}\"";
      case 10 -> "(" + condition(vars) + ")";
      case 11 -> "(" + set(vars, depth) + pick(" & ", " | ", " - ") + set(vars, depth) + ")";
      case 12 -> comprehension(vars, depth - 1);
      default -> atom(vars);
    };
  }

  /// A collection of members of any types.
  private String mixed(List<String> vars, int depth) {
    List<String> members = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      members.add(term(vars, depth - 1));
    }
    String inner = String.join(", ", members);
    return random.nextBoolean() ? "[" + inner + "]" : "{" + inner + "}";
  }

  private String formatted(List<String> vars, int depth) {
    StringBuilder format = new StringBuilder();
    List<String> operands = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      format
          .append('%')
          .append(pick("", "", "", "5", "-6", "05", "+", "#", " ", ".2", "8.3", ".0"))
          .append(pick("v", "d", "s", "f", "q", "x", "X", "e", "g", "t", "b", "o", "c", "T", "U"))
          .append(pick("", " ", "|", "%%"));
      operands.add(term(vars, depth - 1));
    }
    return "sprintf(\"" + format + "\", [" + String.join(", ", operands) + "])";
  }

  private String set(List<String> vars, int depth) {
    return random.nextInt(3) == 0
        ? reference(vars)
        : "{" + term(vars, depth - 1) + ", " + atom(vars) + "}";
  }

  private String comprehension(List<String> vars, int depth) {
    List<String> inner = new ArrayList<>(vars);
    String own = "c" + depth + "_" + vars.size();
    inner.add(own);
    String body =
        switch (random.nextInt(4)) {
          case 0 -> "some " + own + " in " + collection(vars, 1);
          case 1 -> own + " := " + reference(vars) + "[_]";
          case 2 -> "some " + own + "; " + reference(vars) + "[" + own + "]";
          default -> "some _, " + own + " in " + collection(vars, 1) + "; " + condition(inner);
        };
    // An operator at the top would take the bar for its own.
    String value = "(" + term(inner, depth) + ")";
    return switch (random.nextInt(4)) {
      case 0 -> "{" + value + " | " + body + "}";
      case 1 -> "{" + own + ": " + value + " | " + body + "}";
      case 2 -> "count([" + value + " | " + body + "])";
      default -> "[" + value + " | " + body + "]";
    };
  }

  /// An array, set or object, mostly.
  String collection(List<String> vars, int depth) {
    return switch (random.nextInt(9)) {
      case 0 -> "[" + atom(vars) + ", " + atom(vars) + ", " + atom(vars) + "]";
      case 1 -> "{" + atom(vars) + ", " + atom(vars) + "}";
      case 2 -> "{\"a\": " + atom(vars) + ", \"b\": " + atom(vars) + "}";
      case 3 -> "[y | some y in " + reference(vars) + "]";
      case 4 -> "{y | some y in input." + pick(KEYS) + "}";
      case 5 -> "{y: z | some y, z in input." + pick(KEYS) + "}";
      case 6 -> rules.collections.isEmpty() ? "[1, 2, 3]" : pick(rules.collections);
      default -> reference(vars);
    };
  }

  String condition(List<String> vars) {
    return switch (random.nextInt(7)) {
      case 0 -> atom(vars) + " in " + collection(vars, 1);
      case 1 -> reference(vars);
      case 2 -> call(vars, 0);
      default ->
          reference(vars) + pick(" == ", " != ", " < ", " <= ", " > ", " >= ") + term(vars, 1);
    };
  }

  String reference(List<String> vars) {
    StringBuilder text = new StringBuilder();
    int kind = random.nextInt(8);
    if (kind == 0 && !rules.documents.isEmpty()) {
      return pick(rules.documents);
    }
    if (kind == 1 && !rules.collections.isEmpty()) {
      return pick(rules.collections) + pick("", "", "", "[\"a\"]");
    }
    if (kind == 2 && !vars.isEmpty()) {
      return pick(vars);
    }
    text.append(random.nextInt(6) == 0 ? "data.lib" : "input");
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append(random.nextInt(4) == 0 ? "[" + atom(vars) + "]" : "." + pick(KEYS));
    }
    return text.toString();
  }

  private String atom(List<String> vars) {
    return switch (random.nextInt(5)) {
      case 0, 1 -> scalar();
      case 2 -> reference(vars);
      default -> vars.isEmpty() ? scalar() : pick(vars);
    };
  }

  private String number(List<String> vars, int depth) {
    return random.nextInt(3) > 0
        ? pick("0", "1", "2", "7", "0.5", "100")
        : "count(" + collection(vars, depth) + ")";
  }

  private String call(List<String> vars, int depth) {
    if (!rules.functions.isEmpty() && random.nextInt(4) == 0) {
      return pick(rules.functions) + "(" + term(vars, depth) + ")";
    }
    return builtins.next(() -> random.nextBoolean() ? term(vars, depth) : "input." + pick(KEYS));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
