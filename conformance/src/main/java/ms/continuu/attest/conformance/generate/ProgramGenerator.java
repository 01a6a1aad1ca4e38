package ms.continuu.attest.conformance.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.SourceFile;

/// Makes random Rego modules that mostly compile and mostly decide something, of v1, now and then
/// with `import rego.v2`. The same seed makes the same program.
public final class ProgramGenerator {
  /// How many rules are thrown away, at most, to find one that compiles.
  private static final int TRIES = 8;

  private final Random random;
  private final Scope rules = new Scope();
  private final TermGenerator terms;
  private final StatementGenerator statements;
  private final boolean v2;

  public ProgramGenerator(long seed) {
    this.random = new Random(seed);
    this.v2 = random.nextInt(4) == 0;
    this.terms = new TermGenerator(random, rules);
    this.statements = new StatementGenerator(random, terms, rules, v2);
  }

  /// What rules exist that later ones may use.
  static final class Scope {
    final List<String> documents = new ArrayList<>();
    final List<String> collections = new ArrayList<>();
    final List<String> functions = new ArrayList<>();

    void forget(String name) {
      documents.remove(name);
      collections.remove(name);
      functions.remove(name);
    }
  }

  public GeneratedProgram generate() {
    StringBuilder text = new StringBuilder("package test");
    if (v2) {
      text.append("\n\nimport rego.v2");
    }
    boolean isStrict = random.nextInt(10) > 0;
    int count = 3 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      String rule = rule("r" + i);
      for (int tries = 0; isStrict && tries < TRIES && !compiles(text + "\n\n" + rule); tries++) {
        rules.forget("r" + i);
        rule = rule("r" + i);
      }
      text.append("\n\n").append(rule);
    }
    return new GeneratedProgram(
        text.append('\n').toString(), terms.json(3), "{\"lib\": " + terms.json(2) + "}");
  }

  private static boolean compiles(String module) {
    Module tree =
        Parser.module(new SourceFile("p.rego", module), ParseOptions.of(RegoVersion.V1)).tree();
    return tree != null
        && Compilation.of(List.of(tree), CompileOptions.DEFAULT).diagnostics().isEmpty();
  }

  private String rule(String name) {
    statements.begin();
    return switch (random.nextInt(19)) {
      case 16 -> deepHead(name);
      case 17 -> overlapping(name);
      case 18 -> recursiveShape(name);
      case 0, 1 -> complete(name);
      case 2, 3 -> partialSet(name);
      case 4 -> partialObject(name);
      case 5, 6 -> function(name);
      case 7 -> withDefault(name);
      case 8 -> elseChain(name);
      case 9 -> functionOfCases(name);
      case 10 -> competing(name);
      case 11 -> branches(name);
      case 12 -> bodiless(name);
      case 13 -> elseFunction(name);
      default -> nestedHead(name);
    };
  }

  private String complete(String name) {
    List<String> vars = new ArrayList<>();
    String body = statements.body(vars, 1 + random.nextInt(3));
    String text = name + " := " + head(vars, 2) + " if {\n" + body + "}";
    rules.documents.add(name);
    return text;
  }

  /// A value for a head that uses most variables, since an unused one does not compile.
  private String head(List<String> vars, int depth) {
    return vars.isEmpty()
        ? terms.term(List.of(), depth)
        : "[" + String.join(", ", vars) + ", " + terms.term(vars, depth) + "]";
  }

  private String partialSet(String name) {
    List<String> vars = new ArrayList<>();
    String body = statements.body(vars, 1 + random.nextInt(4));
    String text = name + " contains " + head(vars, 1) + " if {\n" + body + "}";
    if (random.nextBoolean()) {
      List<String> more = new ArrayList<>();
      String second = statements.body(more, 2);
      text += "\n\n" + name + " contains " + head(more, 1) + " if {\n" + second + "}";
    }
    rules.collections.add(name);
    return text;
  }

  private String partialObject(String name) {
    List<String> vars = new ArrayList<>(List.of("v"));
    String domain = terms.collection(List.of(), 1);
    String body = "\tsome k, v in " + domain + "\n" + statements.body(vars, random.nextInt(3));
    rules.collections.add(name);
    String key = random.nextInt(3) == 0 ? "v" : "k";
    return name + "[" + key + "] := " + head(vars, 1) + " if {\n" + body + "}";
  }

  private String function(String name) {
    List<String> vars = new ArrayList<>(List.of("a"));
    String pattern =
        switch (random.nextInt(6)) {
          case 0 -> "[a, _]";
          case 1 -> "{\"a\": a}";
          case 2 -> "[_, [a]]";
          default -> "a";
        };
    String body = statements.body(vars, 1 + random.nextInt(2));
    String text = name + "(" + pattern + ") := " + head(vars, 2) + " if {\n" + body + "}";
    if (random.nextInt(3) == 0) {
      text = "default " + name + "(_) := " + terms.scalar() + "\n\n" + text;
    }
    rules.functions.add(name);
    return text;
  }

  /// Several definitions that may contradict each other.
  private String functionOfCases(String name) {
    List<String> cases = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      String argument = random.nextInt(3) == 0 ? "a" : terms.scalar();
      List<String> vars = argument.equals("a") ? List.of("a") : List.of();
      String body = random.nextBoolean() ? "" : " if " + terms.condition(vars);
      cases.add(name + "(" + argument + ") := " + terms.term(vars, 1) + body);
    }
    rules.functions.add(name);
    return String.join("\n\n", cases);
  }

  private String elseFunction(String name) {
    List<String> vars = List.of("a");
    String text =
        name + "(a) := " + terms.term(vars, 1) + " if {\n\t" + terms.condition(vars) + "\n}";
    for (int i = random.nextInt(3); i >= 0; i--) {
      text += " else := " + terms.term(vars, 1) + " if {\n\t" + terms.condition(vars) + "\n}";
    }
    rules.functions.add(name);
    return text;
  }

  /// Complete definitions, of which two may hold with different values.
  private String competing(String name) {
    List<String> definitions = new ArrayList<>();
    for (int i = 2; i > 0; i--) {
      definitions.add(
          name + " := " + terms.term(List.of(), 1) + " if " + terms.condition(List.of()));
    }
    rules.documents.add(name);
    return String.join("\n\n", definitions);
  }

  /// Rules that together make one object.
  private String branches(String name) {
    String domain = terms.collection(List.of(), 1);
    rules.collections.add(name);
    return String.join(
        "\n\n",
        name + ".a.b := " + terms.term(List.of(), 1),
        name + ".a.c contains k if some k in " + domain,
        name + ".d[k] := v if some k, v in " + terms.collection(List.of(), 1),
        name + ".d.e if " + terms.condition(List.of()));
  }

  private String bodiless(String name) {
    rules.documents.add(name);
    return switch (random.nextInt(4)) {
      case 0 -> name + " := " + terms.term(List.of(), 3);
      case 1 -> name + " if " + terms.condition(List.of());
      case 2 -> name + " contains " + terms.term(List.of(), 2);
      default -> name + "[" + terms.scalar() + "] := " + terms.term(List.of(), 2);
    };
  }

  private String withDefault(String name) {
    List<String> vars = new ArrayList<>();
    String body = statements.body(vars, 2);
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

  /// A head with several variables.
  private String deepHead(String name) {
    List<String> vars = new ArrayList<>(List.of("k", "v", "w"));
    String body =
        "\tsome k, v in "
            + terms.collection(List.of(), 1)
            + "\n\tsome w in "
            + terms.collection(List.of("k", "v"), 1)
            + "\n"
            + statements.body(vars, random.nextInt(2));
    String head =
        switch (random.nextInt(5)) {
          case 0 -> name + "[k][v] := " + head(vars, 1);
          case 1 -> name + "[k].of[w] := v";
          case 2 -> name + "[w][k] contains v";
          case 3 -> name + ".in[v][k][w]";
          default -> name + "[k][v].last contains " + head(vars, 1);
        };
    rules.collections.add(name);
    return head + " if {\n" + body + "}";
  }

  /// Definitions of one object that may overlap, by variable and by constant.
  private String overlapping(String name) {
    String first = name + "[k] := v if some k, v in " + terms.collection(List.of(), 1);
    String second =
        switch (random.nextInt(4)) {
          case 0 -> name + ".a := " + terms.term(List.of(), 1);
          case 1 -> name + "[\"b\"][k] := v if some k, v in " + terms.collection(List.of(), 1);
          case 2 -> name + ".c contains " + terms.term(List.of(), 1);
          default -> "default " + name + "_d := " + terms.scalar();
        };
    rules.collections.add(name);
    return first + "\n\n" + second;
  }

  /// A function that is asked of members of its own argument by another.
  private String recursiveShape(String name) {
    String text =
        "default "
            + name
            + "(_, _) := "
            + terms.scalar()
            + "\n\n"
            + name
            + "(a, ["
            + terms.scalar()
            + ", b]) := "
            + terms.term(List.of("a", "b"), 2)
            + "\n\n"
            + name
            + "(a, {\"a\": b}) := "
            + terms.term(List.of("a", "b"), 2)
            + " if "
            + terms.condition(List.of("a", "b"))
            + "\n\n"
            + name
            + "_p := ["
            + name
            + "(x, y) | some x in "
            + terms.collection(List.of(), 1)
            + "; some y in "
            + terms.collection(List.of(), 1)
            + "]";
    rules.documents.add(name + "_p");
    return text;
  }

  private String nestedHead(String name) {
    String body = "\tsome k in " + terms.collection(List.of(), 1) + "\n" + conditions(1);
    String head =
        switch (random.nextInt(4)) {
          case 0 -> name + ".x[k].y := k";
          case 1 -> name + "[k].items contains k";
          case 2 -> name + "[k][" + terms.scalar() + "] := " + terms.term(List.of("k"), 1);
          default -> name + "[k]";
        };
    rules.collections.add(name);
    return head + " if {\n" + body + "}";
  }
}
