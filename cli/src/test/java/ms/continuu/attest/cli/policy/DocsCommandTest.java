package ms.continuu.attest.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ms.continuu.attest.operations.policies.PolicyCatalog;
import ms.continuu.attest.operations.policies.PolicyPages;
import org.junit.jupiter.api.Test;

class DocsCommandTest extends PolicyCase {
  @Test
  void pagesOfTheLibraryAreCurrent() throws IOException {
    Path library = ROOT.resolve("policies");
    Path folder = ROOT.resolve("docs/policies");
    PolicyPages pages =
        new PolicyPages(
            PolicyCatalog.read(List.of(library.toString()), library), List.of(library), folder);
    if (Boolean.getBoolean("update")) {
      pages.write();
    }
    TreeSet<String> stale = new TreeSet<>(pages.written());
    for (Map.Entry<String, String> page : pages.pages().entrySet()) {
      Path file = folder.resolve(page.getKey());
      if (Files.exists(file) && Files.readString(file).equals(page.getValue())) {
        stale.remove(page.getKey());
      } else {
        stale.add(page.getKey());
      }
    }
    assertThat(stale)
        .as(
            "pages in docs/policies that are not what policies/ says; write them anew with"
                + " `./attest policy docs` at the root, or run this test with -Dupdate=true")
        .isEmpty();
  }

  @Test
  void pageTellsAllOfAPolicy() throws IOException {
    write("p/owner.rego", OWNER);
    write("p/attest/parameters/data.yaml", "owner: {label: \"a|b\"}\n");
    assertThat(policy("docs", file("p"), "--output", file("docs/rules"))).isZero();
    assertThat(out).contains("wrote 2 pages to");
    assertThat(Files.readString(folder.resolve("docs/rules/rules/owner.md")))
        .contains(
            "# Services must name their owner\n",
            "`team.rules.owner`, [p/owner.rego](../../../p/owner.rego), the document is",
            "| `label` | string | `\"a\\|b\"` | the label that names the owner |",
            "## `deny`: high violation",
            "**Fix:** set the label `owner`",
            "**Controls:** SOC2 CC6.1",
            "Bad:\n\n```yaml\nkind: Service\nmetadata: {name: a}\n```\n");
    assertThat(Files.readString(folder.resolve("docs/rules/README.md")))
        .contains(
            "## Rules\n",
            "| [owner](rules/owner.md) | Services must name their owner | 1 | high |",
            "### SOC2\n\n"
                + "| Control | Policies |\n"
                + "| --- | --- |\n"
                + "| CC6.1 | [owner](rules/owner.md) |");
  }

  @Test
  void pagesOfPoliciesThatAreGoneGo() throws IOException {
    write("p/owner.rego", OWNER);
    write("docs/mine.md", "# Mine\n");
    assertThat(policy("docs", file("p"), "-o", file("docs"))).isZero();
    write("p/owner.rego", OWNER.replace("package team.rules.owner", "package team.rules.holder"));
    assertThat(policy("docs", file("p"), "-o", file("docs"))).isZero();
    assertThat(folder.resolve("docs/rules/owner.md")).doesNotExist();
    assertThat(folder.resolve("docs/rules/holder.md")).exists();
    assertThat(folder.resolve("docs/mine.md")).exists();
  }
}
