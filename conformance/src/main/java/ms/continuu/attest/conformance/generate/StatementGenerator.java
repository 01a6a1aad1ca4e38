package ms.continuu.attest.conformance.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.conformance.generate.ProgramGenerator.Scope;

/// Makes random statements of rule bodies.
final class StatementGenerator {
  private final Random random;
  private final TermGenerator terms;
  private final Scope rules;
  private final boolean v2;
  private int variables;

  /// @param v2 `not`, `and` and `or` may have bodies
  StatementGenerator(Random random, TermGenerator terms, Scope rules, boolean v2) {
    this.random = random;
    this.terms = terms;
    this.rules = rules;
    this.v2 = v2;
  }

  /// Begins a rule: names may be used again.
  void begin() {
    variables = 0;
  }

  /// Statements, each on a line.
  ///
  /// @param vars the variables that are bound; what the statements bind is added
  String body(List<String> vars, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append('\t').append(statement(vars)).append('\n');
    }
    return text.isEmpty() ? "\ttrue\n" : text.toString();
  }

  private String statement(List<String> vars) {
    String fresh = "v" + variables++;
    return switch (random.nextInt(27)) {
      case 22 ->
          binding(
              "["
                  + fresh
                  + ", {\"a\": "
                  + terms.scalar()
                  + "}] = ["
                  + terms.term(vars, 1)
                  + ", "
                  + terms.term(vars, 1)
                  + "]",
              vars,
              fresh);
      case 23 ->
          "every k, "
              + fresh
              + " in "
              + terms.collection(vars, 1)
              + " { "
              + every(plus(vars, "k", fresh), fresh + "x")
              + " }";
      case 24 ->
          binding(
              "some k"
                  + variables
                  + "; "
                  + fresh
                  + " := "
                  + terms.reference(vars)
                  + "[k"
                  + variables
                  + "]; k"
                  + variables
                  + " != "
                  + terms.scalar(),
              vars,
              fresh,
              "k" + variables);
      case 25 -> "not " + mocked(vars);
      case 26 -> binding(fresh + " := " + terms.term(vars, 1) + withs(vars), vars, fresh);
      case 0, 1 -> binding(fresh + " := " + terms.term(vars, 2), vars, fresh);
      case 2, 3 -> binding("some " + fresh + " in " + terms.collection(vars, 1), vars, fresh);
      case 4 -> {
        String key = "k" + variables;
        yield binding(
            "some " + key + ", " + fresh + " in " + terms.collection(vars, 1), vars, key, fresh);
      }
      case 5 ->
          binding(
              "["
                  + fresh
                  + ", "
                  + terms.reference(vars)
                  + "] = ["
                  + terms.term(vars, 1)
                  + ", "
                  + terms.term(vars, 1)
                  + "]",
              vars,
              fresh);
      case 6 -> "not " + terms.condition(vars);
      case 7 -> every(vars, fresh);
      case 8 -> terms.condition(vars) + " with input as " + terms.json(2);
      case 9 -> binding(fresh + " = " + terms.reference(vars) + "[_]", vars, fresh);
      case 10 ->
          binding("some " + fresh + "; " + terms.reference(vars) + "[" + fresh + "]", vars, fresh);
      case 11 -> mocked(vars);
      case 12 -> binding("walk(" + terms.reference(vars) + ", [" + fresh + ", _])", vars, fresh);
      case 13 -> binding("{\"a\": " + fresh + "} = " + terms.term(vars, 1), vars, fresh);
      case 14 -> binding(call() + "(" + terms.term(vars, 1) + ", " + fresh + ")", vars, fresh);
      case 15 ->
          "some ["
              + fresh
              + ", "
              + terms.scalar()
              + "] in "
              + terms.collection(vars, 1)
              + withUse(vars, fresh);
      case 16 -> v2 ? logical(vars) : terms.condition(vars);
      case 17 -> "print(" + terms.term(vars, 1) + ")";
      default -> terms.condition(vars);
    };
  }

  private static List<String> plus(List<String> vars, String... more) {
    List<String> all = new ArrayList<>(vars);
    all.addAll(List.of(more));
    return all;
  }

  private static String binding(String text, List<String> vars, String... bound) {
    vars.addAll(List.of(bound));
    return text;
  }

  private static String withUse(List<String> vars, String fresh) {
    vars.add(fresh);
    return "";
  }

  private String call() {
    return rules.functions.isEmpty() || random.nextBoolean()
        ? List.of("count", "sort", "upper", "json.marshal").get(random.nextInt(4))
        : rules.functions.get(random.nextInt(rules.functions.size()));
  }

  private String every(List<String> vars, String fresh) {
    List<String> inner = new ArrayList<>(vars);
    inner.add(fresh);
    String key = random.nextInt(3) == 0 ? "_, " : "";
    String body =
        random.nextBoolean()
            ? fresh + " != " + terms.term(vars, 1)
            : terms.condition(inner) + "; " + fresh + " == " + terms.term(inner, 1);
    return "every " + key + fresh + " in " + terms.collection(vars, 1) + " { " + body + " }";
  }

  /// A condition under documents and functions put in place of others.
  private String mocked(List<String> vars) {
    return terms.condition(vars) + withs(vars);
  }

  private String withs(List<String> vars) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(2); i >= 0; i--) {
      text.append(" with ");
      text.append(
          switch (random.nextInt(6)) {
            case 0 -> "input.a as " + terms.term(vars, 1);
            case 1 -> "data.lib as " + terms.json(2);
            case 2 -> "data.lib.a as " + terms.term(vars, 1);
            case 3 -> call() + " as " + terms.scalar();
            case 4 ->
                rules.documents.isEmpty()
                    ? "input.b.c as 1"
                    : "data.test."
                        + rules.documents.get(random.nextInt(rules.documents.size()))
                        + " as "
                        + terms.scalar();
            default -> call() + " as " + call();
          });
    }
    return text.toString();
  }

  private String logical(List<String> vars) {
    return switch (random.nextInt(4)) {
      case 0 -> "not { " + terms.condition(vars) + "; " + terms.condition(vars) + " }";
      case 1 -> terms.condition(vars) + " or " + terms.condition(vars);
      case 2 -> terms.condition(vars) + " and " + terms.condition(vars);
      default ->
          "{ "
              + terms.condition(vars)
              + "; "
              + terms.condition(vars)
              + " } or "
              + terms.condition(vars);
    };
  }
}
