package ms.continuu.attest.cli.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.BooleanFlag;
import ms.continuu.attest.cli.flags.ChoiceFlag;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.check.Check;
import ms.continuu.attest.operations.trace.TracePolicy;
import ms.continuu.attest.policy.host.JdkHost;

/// `attest policy trace --policy FILE --input FILE`: why a policy judges a document as it does.
final class TraceCommand extends PolicyCommand {
  private static final String HELP =
      """
      Tell why a policy judges a document as it does: which rules fired, and of the others the expression that
      failed, with the values in it and where they stand in the document.

      Usage:
        attest policy trace --policy FILE|NAME --input FILE [flags]

      The document is given to the rules as `attest check` gives it: as `input`, `input.resource` or
      `input.review.object`, whichever the policy asks for.

      Examples:
        attest policy trace --policy policies/security.rego --input examples/pod.yaml
        attest policy trace --policy policies/security.rego --input examples/pod.yaml --verbose
        attest policy trace --policy image-security --input k8s/deployment.yaml      one of ATTEST's own
        attest policy trace --policy policies/ --rule deny_tag --input pod.yaml

      Flags:
        -p, --policy FILE|NAME  a Rego file, a folder, or the name of one of ATTEST's own policies
        -i, --input FILE        the document or documents, YAML or JSON; `-` is the standard input
            --rule NAME         this rule only
        -v, --verbose           every expression that was evaluated, with its values
        -f, --format FORMAT     text or json (default text)

      Exit codes: 0 traced, whatever fired, 2 the policy or the document cannot be read, 3 wrong usage.
      """;

  private final TextFlag policy = flags.text("policy", 'p', "");
  private final TextFlag input = flags.text("input", 'i', "");
  private final TextFlag rule = flags.text("rule", "");
  private final BooleanFlag verbose = flags.bool("verbose", 'v');
  private final ChoiceFlag format = flags.choice("format", 'f', "text", "text", "json");

  TraceCommand(Console console, Path home) {
    super(console, home);
  }

  @Override
  String name() {
    return "trace";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int run(List<String> arguments) {
    if (!arguments.isEmpty()) {
      return misused("`" + arguments.getFirst() + "` is no flag (name the policy with --policy)");
    }
    if (policy.value().isEmpty() || input.value().isEmpty()) {
      return misused("name a policy with --policy and a document with --input");
    }
    boolean isFile = policy.value().endsWith(".rego") || Files.exists(Path.of(policy.value()));
    TracePolicy.Result result =
        TracePolicy.run(
            new TracePolicy.Request(
                isFile ? List.of(policy.value()) : List.of(library.toString()),
                isFile ? "" : policy.value(),
                rule.value(),
                input.value(),
                library,
                console.in(),
                Check.LIMITS),
            JdkHost.with(console.environment()));
    if (!result.faults().isEmpty()) {
      return undecided(result.faults());
    }
    console.print(
        format.value().equals("json")
            ? TraceJson.of(result)
            : new TraceText(verbose.isOn()).of(result));
    return result.traced().stream().allMatch(each -> each.error() == null) ? PASSED : UNDECIDED;
  }
}
