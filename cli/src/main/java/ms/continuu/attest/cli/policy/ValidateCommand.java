package ms.continuu.attest.cli.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.cli.check.DiagnosticText;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.validate.KubernetesTable;
import ms.continuu.attest.operations.validate.Validate;
import ms.continuu.attest.operations.validate.ValidationFindings;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.Location;

/// `attest policy validate PATH…`: what is wrong with policies, manifests and configuration.
final class ValidateCommand extends PolicyCommand {
  private static final Pattern VERSION = Pattern.compile("(v?1\\.)?([0-9]{1,3})(\\.[0-9]+)?");

  private static final String HELP =
      """
      Find what is wrong with policies, manifests and configuration, without evaluating any rule.

      Usage:
        attest policy validate PATH... [flags]

      A path is a file, a folder, or `-` for the standard input. Each file is validated by what it is: Rego is
      parsed, compiled and read for its METADATA; Kubernetes manifests are compared with the kinds and fields of
      Kubernetes %s, custom resources with what every object has; other YAML and JSON has to be well-formed.

      Examples:
        attest policy validate policies/                    every Rego file, and the data beside it
        attest policy validate policies/security.rego
        attest policy validate k8s/ --kubernetes 1.30       manifests for an older cluster
        attest policy validate . --strict --format sarif    warnings fail too, for code scanning
        helm template chart/ | attest policy validate -     what a chart renders to

      Flags:
        -f, --format FORMAT       text, json or sarif (default text)
        -o, --output FILE         write the report to a file
            --strict              warnings fail too
            --kubernetes VERSION  the version of the cluster: removed API versions are those of this one (default %s)
            --allow-empty         nothing to validate is valid
        -q, --quiet               say nothing when everything is valid

      Exit codes: 0 valid, 1 invalid, 2 a file cannot be read or there is none, 3 wrong usage.
      """;

  private final ChoiceFlag format = flags.choice("format", 'f', "text", "text", "json", "sarif");
  private final TextFlag output = flags.text("output", 'o', "");
  private final BooleanFlag strict = flags.bool("strict");
  private final TextFlag kubernetes = flags.text("kubernetes", "");
  private final BooleanFlag allowEmpty = flags.bool("allow-empty");
  private final BooleanFlag quiet = flags.bool("quiet", 'q');

  ValidateCommand(Console console, Path home) {
    super(console, home);
  }

  @Override
  String name() {
    return "validate";
  }

  @Override
  String help() {
    return HELP.replace("%s", KubernetesTable.release());
  }

  @Override
  int run(List<String> paths) {
    if (paths.isEmpty()) {
      return misused("name a file or folder to validate");
    }
    Matcher version = VERSION.matcher(kubernetes.value());
    if (kubernetes.isChanged() && !version.matches()) {
      return misused("`" + kubernetes.value() + "` is no version of Kubernetes, such as `1.30`");
    }
    int minor =
        kubernetes.isChanged() ? Integer.parseInt(version.group(2)) : KubernetesTable.minor();
    Validate.Result result =
        Validate.run(new Validate.Request(paths, library, console.in(), minor));
    result.unread().forEach(each -> console.printError(DiagnosticText.of(each)));
    result.notes().forEach(each -> console.printError(DiagnosticText.of(each)));
    if (result.files() == 0 && result.unread().isEmpty() && !allowEmpty.isOn()) {
      console.printlnError(
          "attest policy validate: nothing to validate in "
              + String.join(", ", paths)
              + " (files end in .rego, .yaml, .yml or .json; `--allow-empty` lets it pass)");
      return UNDECIDED;
    }
    int code = code(result);
    boolean silent = quiet.isOn() || result.files() == 0 && format.value().equals("text");
    if (silent && result.diagnostics().isEmpty()) {
      return code;
    }
    String report =
        switch (format.value()) {
          case "json" -> json(result, code == PASSED);
          case "sarif" ->
              report(
                  ValidationFindings.of(result),
                  "sarif",
                  finding -> finding.level() == Level.VIOLATION);
          default -> text(result);
        };
    return emit(report, output.value()) ? code : UNDECIDED;
  }

  private int code(Validate.Result result) {
    if (!result.unread().isEmpty()) {
      return UNDECIDED;
    }
    boolean invalid =
        result.count(Diagnostic.Severity.ERROR) > 0
            || strict.isOn() && result.count(Diagnostic.Severity.WARNING) > 0;
    return invalid ? FAILED : PASSED;
  }

  private static String text(Validate.Result result) {
    StringBuilder text = new StringBuilder();
    result.diagnostics().forEach(each -> text.append(DiagnosticText.of(each)));
    List<String> parts = new ArrayList<>();
    long errors = result.count(Diagnostic.Severity.ERROR);
    long warnings = result.count(Diagnostic.Severity.WARNING);
    parts.add(errors == 0 ? "valid" : counted(errors, "error"));
    if (warnings > 0) {
      parts.add(counted(warnings, "warning"));
    }
    text.append(String.join(", ", parts)).append(": ").append(counted(result.files(), "file"));
    if (result.policies() > 0) {
      text.append(", ").append(result.policies()).append(" of Rego");
    }
    if (result.manifests() > 0) {
      text.append(", ")
          .append(counted(result.manifests(), "manifest"))
          .append(" by the fields of Kubernetes ")
          .append(KubernetesTable.release());
    }
    return text.append('\n').toString();
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String json(Validate.Result result, boolean valid) {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, "  ", false);
    json.beginObject()
        .member("schema", "attest.validate/v1")
        .name("valid")
        .bool(valid)
        .member("errors", result.count(Diagnostic.Severity.ERROR))
        .member("warnings", result.count(Diagnostic.Severity.WARNING))
        .member("files", result.files())
        .member("policies", result.policies())
        .member("manifests", result.manifests())
        .member("kubernetes", KubernetesTable.release());
    json.name("results").beginArray();
    for (Diagnostic each : result.diagnostics()) {
      Location place = each.location() == null ? Location.NONE : each.location();
      json.beginObject()
          .member("file", place.file())
          .member("line", place.row())
          .member("column", place.column())
          .member("severity", each.severity().name().toLowerCase(Locale.ROOT))
          .member("code", each.code())
          .member("message", each.message())
          .member("help", each.help())
          .endObject();
    }
    json.endArray().endObject();
    return out.append('\n').toString();
  }
}
