package ms.continuu.attest.rego.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.junit.jupiter.api.Test;

/// Whatever the text: a tree, or a diagnostic.
final class ParserFuzzTest {
  private static final String[] PIECES = {
    "package a\n",
    "import future.keywords\n",
    "import rego.v1\n",
    "import rego.v2\n",
    "import data.a",
    "default ",
    "p",
    "q.r",
    "f(x)",
    "p[x]",
    " := ",
    " = ",
    " == ",
    " if ",
    " contains ",
    " else ",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    ";",
    ":",
    "|",
    "&",
    "+",
    "-",
    "*",
    ".",
    "\n",
    " ",
    "\t",
    "\r",
    "not ",
    " and ",
    " or ",
    " in ",
    "every ",
    "some ",
    " with ",
    " as ",
    "null",
    "true",
    "set()",
    "1",
    "0",
    "01",
    "1e9",
    "1e999999999",
    ".5",
    "\"a\"",
    "\"",
    "\\u12",
    "`",
    "$\"a{x}b\"",
    "$\"",
    "$`",
    "_",
    "x",
    "input",
    "data",
    "# METADATA\n",
    "# title: x\n",
    "#",
    "é",
    "😀",
    "\u00a0",
    "\ufeff",
    "\0",
    "\udc80",
    "\ud83d",
    "@",
    "!",
    "$",
    "print(1)",
    "x | y",
    "\u0663"
  };

  @Test
  void noTextMakesAnythingButDiagnostics() {
    long seed = Long.getLong("attest.fuzz.seed", 20260731L);
    System.out.println("ParserFuzzTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "package a\n" : "");
      int pieces = random.nextInt(25);
      for (int k = 0; k < pieces; k++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      check(text.toString(), RegoVersion.values()[random.nextInt(4)]);
    }
  }

  private static void check(String text, RegoVersion version) {
    SourceFile source = new SourceFile("", text);
    ParseOptions options = ParseOptions.of(version).withoutAnnotations();
    Parsed<Module> module = Parser.module(source, options);
    assertThat(module.tree() == null).as(text).isEqualTo(!module.diagnostics().isEmpty());
    Parsed<Body> body = Parser.body(source, options);
    assertThat(body.tree() == null).as(text).isEqualTo(!body.diagnostics().isEmpty());
    for (Diagnostic diagnostic : module.diagnostics()) {
      assertThat(diagnostic.message()).as(text).isNotEmpty();
    }
    if (module.tree() != null) {
      assertThat(AstTree.of(module.tree())).as(text).startsWith("module\n");
    }
  }
}
