package ms.continuu.attest.conformance.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes random Rego v1 modules that mostly compile and mostly decide something. The same seed
/// makes the same program.
public final class ProgramGenerator {
  private final Random random;
  private final Scope rules = new Scope();
  private final TermGenerator terms;
  private int variables;

  public ProgramGenerator(long seed) {
    this.random = new Random(seed);
    this.terms = new TermGenerator(random, rules);
  }

  /// What rules exist that later ones may use.
  static final class Scope {
    final List<String> documents = new ArrayList<>();
    final List<String> collections = new ArrayList<>();
    final List<String> functions = new ArrayList<>();
  }

  public GeneratedProgram generate() {
    boolean v2 = random.nextInt(4) == 0;
    List<String> texts = new ArrayList<>();
    int count = 3 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      texts.add(rule("r" + i));
    }
    return new GeneratedProgram(
        v2 ? "package test\n\nimport rego.v2" : "package test", texts, terms.json(3));
  }

  private String rule(String name) {
    variables = 0;
    return switch (random.nextInt(10)) {
      case 0, 1 -> complete(name);
      case 2, 3 -> partialSet(name);
      case 4 -> partialObject(name);
      case 5, 6 -> function(name);
      case 7 -> withDefault(name);
      case 8 -> elseChain(name);
      default -> nestedHead(name);
    };
  }

  private String complete(String name) {
    Vars vars = new Vars();
    String body = body(vars, 1 + random.nextInt(3));
    String text = name + " := " + head(vars, 2) + " if {\n" + body + "}";
    rules.documents.add(name);
    return text;
  }

  /// A value for a head that uses most variables, since an unused one does not compile.
  private String head(Vars vars, int depth) {
    return vars.names.isEmpty()
        ? terms.term(List.of(), depth)
        : "[" + String.join(", ", vars.names) + ", " + terms.term(vars.names, depth) + "]";
  }

  private String partialSet(String name) {
    Vars vars = new Vars();
    String body = body(vars, 1 + random.nextInt(4));
    String text = name + " contains " + head(vars, 1) + " if {\n" + body + "}";
    if (random.nextBoolean()) {
      Vars more = new Vars();
      String second = body(more, 2);
      text += "\n\n" + name + " contains " + head(more, 1) + " if {\n" + second + "}";
    }
    rules.collections.add(name);
    return text;
  }

  private String partialObject(String name) {
    Vars vars = new Vars();
    vars.names.add("v");
    String domain = terms.collection(List.of(), 1);
    String body = "\tsome k, v in " + domain + "\n" + body(vars, random.nextInt(3));
    rules.collections.add(name);
    return name + "[k] := " + head(vars, 1) + " if {\n" + body + "}";
  }

  private String function(String name) {
    Vars vars = new Vars();
    vars.names.add("a");
    String pattern = random.nextInt(4) == 0 ? "[a, _]" : "a";
    String body = body(vars, 1 + random.nextInt(2));
    String text = name + "(" + pattern + ") := " + head(vars, 2) + " if {\n" + body + "}";
    if (random.nextInt(3) == 0) {
      text = "default " + name + "(_) := " + terms.scalar() + "\n\n" + text;
    }
    rules.functions.add(name);
    return text;
  }

  private String withDefault(String name) {
    Vars vars = new Vars();
    String body = body(vars, 2);
    rules.documents.add(name);
    return "default "
        + name
        + " := "
        + terms.scalar()
        + "\n\n"
        + name
        + " := "
        + head(vars, 1)
        + " if {\n"
        + body
        + "}";
  }

  private String elseChain(String name) {
    StringBuilder text =
        new StringBuilder(name + " := " + terms.scalar() + " if {\n" + conditions(2) + "}");
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(" else := ")
          .append(terms.scalar())
          .append(" if {\n")
          .append(conditions(1))
          .append('}');
    }
    rules.documents.add(name);
    return text.toString();
  }

  private String conditions(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append('\t').append(terms.condition(List.of())).append('\n');
    }
    return text.toString();
  }

  private String nestedHead(String name) {
    String body = "\tsome k in " + terms.collection(List.of(), 1) + "\n" + conditions(1);
    String head = random.nextBoolean() ? name + ".x[k].y := k" : name + "[k].items contains k";
    rules.collections.add(name);
    return head + " if {\n" + body + "}";
  }

  /// Variables that a body has bound so far.
  private static final class Vars {
    final List<String> names = new ArrayList<>();
  }

  private String body(Vars vars, int statements) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statements; i++) {
      text.append('\t').append(statement(vars)).append('\n');
    }
    if (text.isEmpty()) {
      text.append("\ttrue\n");
    }
    return text.toString();
  }

  private String statement(Vars vars) {
    String fresh = "v" + variables++;
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        String text = fresh + " := " + terms.term(vars.names, 2);
        vars.names.add(fresh);
        return text;
      }
      case 2, 3 -> {
        String text = "some " + fresh + " in " + terms.collection(vars.names, 1);
        vars.names.add(fresh);
        return text;
      }
      case 4 -> {
        String key = "k" + variables;
        String text = "some " + key + ", " + fresh + " in " + terms.collection(vars.names, 1);
        vars.names.add(key);
        vars.names.add(fresh);
        return text;
      }
      case 5 -> {
        String text =
            "["
                + fresh
                + ", "
                + terms.reference(vars.names)
                + "] = ["
                + terms.term(vars.names, 1)
                + ", "
                + terms.term(vars.names, 1)
                + "]";
        vars.names.add(fresh);
        return text;
      }
      case 6 -> {
        return "not " + terms.condition(vars.names);
      }
      case 7 -> {
        return "every "
            + fresh
            + " in "
            + terms.collection(vars.names, 1)
            + " { "
            + fresh
            + " != "
            + terms.term(vars.names, 1)
            + " }";
      }
      case 8 -> {
        return terms.condition(vars.names) + " with input as " + terms.json(2);
      }
      case 9 -> {
        String text = fresh + " = " + terms.reference(vars.names) + "[_]";
        vars.names.add(fresh);
        return text;
      }
      default -> {
        return terms.condition(vars.names);
      }
    }
  }
}
