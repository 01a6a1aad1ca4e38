package ms.continuu.attest.cli.policy;

import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.ListFlag;
import ms.continuu.attest.cli.present.Columns;
import ms.continuu.attest.cli.present.Paragraph;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// `attest policy show NAME…`: all there is to know of a policy.
final class ShowCommand extends PolicyCommand {
  private static final String HELP =
      """
      Show what a policy asks for, why, how it is configured, and what to do about its findings.

      Usage:
        attest policy show NAME... [flags]

      A name is the policy's package with dots or dashes, the last part of it, or a package above,
      which means all policies below.

      Examples:
        attest policy show privileged
        attest policy show attest.security.privileged       the same
        attest policy show attest-compliance                all policies of the area
        attest policy show soc2 --policy policies/          one of your own
        attest policy show image-security --format json

      Flags:
        -p, --policy PATH     the policies to look among instead of ATTEST's own; repeatable
        -f, --format FORMAT   text or json (default text)

      Exit codes: 0 shown, 2 a policy cannot be read, 3 wrong usage, such as a name that no policy has.
      """;

  private final ListFlag policies = flags.repeated("policy", 'p');
  private final ChoiceFlag format = flags.choice("format", 'f', "text", "text", "json");

  ShowCommand(Console console, Path home) {
    super(console, home);
  }

  @Override
  String name() {
    return "show";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int run(List<String> names) {
    if (names.isEmpty()) {
      return misused("name a policy; `attest policy list` shows all");
    }
    PolicyCatalog catalog = PolicyCatalog.read(orLibrary(policies.values()), library);
    if (!catalog.faults().isEmpty()) {
      return undecided(catalog.faults());
    }
    List<PolicyDescription> found = named(names, catalog);
    if (found == null) {
      return USAGE;
    }
    console.print(
        format.value().equals("json")
            ? PolicyJson.show(found, catalog)
            : String.join("\n", found.stream().map(each -> text(each, catalog)).toList()));
    return PASSED;
  }

  private static String text(PolicyDescription policy, PolicyCatalog catalog) {
    StringBuilder out = new StringBuilder();
    out.append(policy.id()).append('\n').append(policy.title()).append("\n\n");
    if (!policy.description().isEmpty()) {
      out.append(Paragraph.wrapped(policy.description(), 2)).append('\n');
    }
    out.append(
        new Columns()
            .row("  file", policy.location().file() + ":" + policy.location().row())
            .row("  asked", policy.convention())
            .text());
    parameters(catalog.parameters(policy), out);
    boolean single = policy.rules().size() == 1;
    for (RuleDescription rule : policy.rules()) {
      out.append("\nRule ").append(rule.name());
      out.append(": ").append(rule.severity().word()).append(' ').append(rule.level().word());
      out.append('\n');
      if (!single || !rule.title().equals(policy.title())) {
        out.append(Paragraph.wrapped(rule.title(), 2));
      }
      if (!rule.description().isEmpty() && !rule.description().equals(policy.description())) {
        out.append(Paragraph.wrapped(rule.description(), 4));
      }
      rule(rule, out);
    }
    return out.toString();
  }

  private static void parameters(List<PolicyCatalog.Parameter> parameters, StringBuilder out) {
    if (parameters.isEmpty()) {
      return;
    }
    out.append("\nParameters\n");
    Columns columns = new Columns();
    for (PolicyCatalog.Parameter parameter : parameters) {
      Value value = parameter.value();
      columns.row(
          "  " + parameter.name(),
          parameter.type(),
          value == null ? "not set" : "= " + Json.text(value));
    }
    List<String> lines = columns.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      out.append(lines.get(i)).append('\n');
      String description = parameters.get(i).description();
      if (!description.isEmpty()) {
        out.append(Paragraph.wrapped(description, 6));
      }
    }
  }

  private static void rule(RuleDescription rule, StringBuilder out) {
    Columns facts = new Columns();
    if (!rule.remediation().isEmpty()) {
      facts.row("  fix", rule.remediation());
    }
    rule.controls()
        .forEach((framework, ids) -> facts.row("  " + framework, String.join(", ", ids)));
    rule.references().forEach(reference -> facts.row("  see", reference));
    out.append(facts.text());
    if (rule.custom().get("examples") instanceof ObjectValue examples) {
      for (String kind : List.of("parameters", "good", "bad")) {
        Value example = examples.get(kind);
        if (example != null) {
          out.append("  ").append(kind).append('\n');
          String text = example instanceof StringValue string ? string.text() : Json.text(example);
          out.append(Paragraph.indented(text, 4));
        }
      }
    }
  }
}
