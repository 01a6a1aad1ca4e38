package ms.continuu.attest.rego.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ms.continuu.attest.rego.syntax.Body;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.ParseOptions;
import ms.continuu.attest.rego.syntax.Parsed;
import ms.continuu.attest.rego.syntax.Parser;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Rule;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import org.jspecify.annotations.Nullable;

/// Checks small modules and shows what came of them.
final class Checks {
  private Checks() {}

  static Compilation check(CompileOptions options, String... modules) {
    List<Module> parsed = new ArrayList<>();
    for (String text : modules) {
      String name = "m" + parsed.size() + ".rego";
      Parsed<Module> module =
          Parser.module(new SourceFile(name, text), ParseOptions.of(RegoVersion.V1));
      assertThat(module.diagnostics()).isEmpty();
      parsed.add(Objects.requireNonNull(module.tree()));
    }
    return Compilation.of(parsed, options);
  }

  static CheckedProgram program(String... modules) {
    Compilation compilation = check(CompileOptions.DEFAULT, modules);
    assertThat(compilation.diagnostics()).isEmpty();
    return Objects.requireNonNull(compilation.program());
  }

  /// The rules of a package `test`, one a line: head, `:-`, body.
  static List<String> rules(CompileOptions options, String rules) {
    Compilation compilation = check(options, "package test\n" + rules);
    assertThat(compilation.diagnostics()).isEmpty();
    List<String> lines = new ArrayList<>();
    CheckedProgram program = Objects.requireNonNull(compilation.program());
    for (Module module : program.modules().values()) {
      for (Rule rule : module.rules()) {
        for (Rule each = rule; each != null; each = each.otherwise()) {
          lines.add(head(each.head()) + " :- " + TermText.of(each.body()));
        }
      }
    }
    return lines;
  }

  static List<String> rules(String rules) {
    return rules(CompileOptions.DEFAULT, rules);
  }

  private static String head(Rule.Head head) {
    StringBuilder text = new StringBuilder(TermText.of(head.ref()));
    if (!head.args().isEmpty()) {
      text.append(head.args().stream().map(TermText::of).toList());
    }
    return text.append(text(" contains ", head.value() == null ? head.key() : null))
        .append(text(" := ", head.value()))
        .toString();
  }

  private static String text(String before, @Nullable Term term) {
    return term == null ? "" : before + TermText.of(term);
  }

  /// The errors of a package `test`, each `row:column: code: message`.
  static List<String> errors(CompileOptions options, String rules) {
    return lines(check(options, "package test\n" + rules).diagnostics());
  }

  static List<String> errors(String rules) {
    return errors(CompileOptions.DEFAULT, rules);
  }

  static List<String> lines(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(d ->
            (d.location() == null ? "" : d.location().row() + ":" + d.location().column() + ": ")
                + d.code()
                + ": "
                + d.message())
        .toList();
  }

  static Compilation.Query query(CheckedProgram program, String text, QueryOptions options) {
    Parsed<Body> body = Parser.body(new SourceFile("", text), ParseOptions.of(RegoVersion.V1));
    assertThat(body.diagnostics()).isEmpty();
    return Compilation.ofQuery(program, Objects.requireNonNull(body.tree()), options);
  }
}
