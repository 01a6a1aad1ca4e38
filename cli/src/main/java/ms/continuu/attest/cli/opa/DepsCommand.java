package ms.continuu.attest.cli.opa;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.FlagException;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.present.Table;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.opa.Dependencies;
import ms.continuu.attest.rego.syntax.AstJson;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Value;

/// `opa deps`.
final class DepsCommand extends OpaCommand {
  private final ListFlag ignore = flags.commaSeparated("ignore");
  private final ListFlag data = flags.repeated("data", 'd');
  private final ListFlag bundles = flags.repeated("bundle", 'b');
  private final ChoiceFlag format = flags.choice("format", 'f', "pretty", "pretty", "json");

  DepsCommand() {
    super("deps");
    flags.bool("v1-compatible");
  }

  @Override
  void validate(List<String> arguments) throws FlagException {
    if (arguments.size() != 1) {
      throw new FlagException("specify exactly one query argument");
    }
  }

  @Override
  int run(List<String> arguments, Console console) throws Failure {
    Dependencies found =
        Dependencies.of(
            new Dependencies.Request(
                arguments.getFirst(),
                data.values(),
                bundles.values(),
                ignore.values(),
                Language.of(RegoVersion.V1)));
    console.print(format.value().equals("json") ? json(found) : table(found));
    return 0;
  }

  private static String json(Dependencies found) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text, "  ", true).beginObject();
    write("base", found.base(), json);
    write("virtual", found.virtual(), json);
    json.endObject();
    return text.append('\n').toString();
  }

  private static void write(String name, List<Term.Ref> refs, JsonWriter json) {
    if (refs.isEmpty()) {
      return;
    }
    json.name(name).beginArray();
    for (Term.Ref ref : refs) {
      json.beginArray();
      for (Term term : ref.terms()) {
        json.value(tree(term));
      }
      json.endArray();
    }
    json.endArray();
  }

  private static Value tree(Term term) {
    try {
      return Json.parse(AstJson.of(term, AstJson.Places.OMITTED, ""));
    } catch (JsonSyntaxException | AstJson.UnwritableTree e) {
      throw new IllegalStateException("names are sound JSON", e);
    }
  }

  private static String table(Dependencies found) {
    List<String> base = found.base().stream().map(TermText::of).toList();
    List<String> virtual = found.virtual().stream().map(TermText::of).toList();
    List<String> head = new ArrayList<>();
    if (!base.isEmpty()) {
      head.add("Base Documents");
    }
    if (!virtual.isEmpty()) {
      head.add("Virtual Documents");
    }
    Table table = Table.withCapitals(head);
    for (int i = 0; i < Math.max(base.size(), virtual.size()); i++) {
      List<String> row = new ArrayList<>();
      if (!base.isEmpty()) {
        row.add(i < base.size() ? base.get(i) : "");
      }
      if (!virtual.isEmpty()) {
        row.add(i < virtual.size() ? virtual.get(i) : "");
      }
      table.row(row);
    }
    return table.isEmpty() ? "" : table.text();
  }

  @Override
  int report(Failure failure, Console console) {
    console.printlnError(failure.text());
    return 1;
  }
}
