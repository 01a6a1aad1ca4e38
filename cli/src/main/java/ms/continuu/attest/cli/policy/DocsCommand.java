package ms.continuu.attest.cli.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ms.continuu.attest.cli.console.Console;
import ms.continuu.attest.cli.flags.TextFlag;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.operations.policies.PolicyPages;

/// `attest policy docs [PATH…]`: pages about policies.
final class DocsCommand extends PolicyCommand {
  private static final String HELP =
      """
      Write a Markdown page about each policy, and an index by area and by control.

      Usage:
        attest policy docs [PATH...] [flags]

      Examples:
        attest policy docs                                   ATTEST's own policies, into docs/policies/
        attest policy docs policies/ --output docs/rules     yours

      The same policies make the same pages. Pages of policies that are no more are deleted; pages that
      you wrote yourself stay.

      Flags:
        -o, --output DIR   where the pages go (default docs/policies)

      Exit codes: 0 written, 2 a policy cannot be read or a page not be written, 3 wrong usage.
      """;

  private final TextFlag output = flags.text("output", 'o', "docs/policies");

  DocsCommand(Console console, Path home) {
    super(console, home);
  }

  @Override
  String name() {
    return "docs";
  }

  @Override
  String help() {
    return HELP;
  }

  @Override
  int run(List<String> paths) {
    List<String> sources = orLibrary(paths);
    PolicyCatalog catalog = PolicyCatalog.read(sources, library);
    if (!catalog.faults().isEmpty()) {
      return undecided(catalog.faults());
    }
    PolicyPages pages =
        new PolicyPages(catalog, sources.stream().map(Path::of).toList(), Path.of(output.value()));
    try {
      pages.write();
    } catch (IOException e) {
      console.printlnError(
          "attest policy docs: " + output.value() + ": cannot be written: " + e.getMessage());
      return UNDECIDED;
    }
    console.println("wrote " + pages.pages().size() + " pages to " + output.value());
    return PASSED;
  }
}
