package ms.continuu.attest.operations.policies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ms.continuu.attest.policy.Level;
import ms.continuu.attest.policy.PolicyDescription;
import ms.continuu.attest.policy.RuleDescription;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Markdown pages about policies: one a policy, and an index by area and by control. The same
/// policies make the same pages, to the byte.
///
/// @param roots the files and folders that the policies come from
/// @param folder where the pages stand
public record PolicyPages(PolicyCatalog catalog, List<Path> roots, Path folder) {
  private static final String INDEX = "README.md";
  private static final String MARK =
      "<!-- Written by `attest policy docs`: change the policies, not this page. -->\n";

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /// `5.2.2` before `5.2.10`.
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing(PolicyPages::padded).thenComparing(Comparator.naturalOrder());

  public PolicyPages {
    roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    folder = folder.toAbsolutePath().normalize();
  }

  /// The pages by their paths below the folder, `/` between the parts.
  public SortedMap<String, String> pages() {
    SortedMap<String, String> pages = new TreeMap<>();
    pages.put(INDEX, index());
    for (PolicyDescription policy : catalog.policies()) {
      pages.put(path(policy), page(policy));
    }
    return pages;
  }

  /// Writes the pages, and deletes those of policies that are no more.
  public void write() throws IOException {
    SortedMap<String, String> pages = pages();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = folder.resolve(page.getKey());
      Path parent = file.getParent();
      Files.createDirectories(parent == null ? folder : parent);
      Files.writeString(file, page.getValue());
    }
    for (String old : written()) {
      if (!pages.containsKey(old)) {
        Files.delete(folder.resolve(old));
      }
    }
  }

  /// The pages in the folder that were written before.
  public List<String> written() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        if (Files.readString(file).startsWith(MARK)) {
          found.add(folder.relativize(file).toString().replace('\\', '/'));
        }
      }
    }
    return found;
  }

  /// Where the page of a policy stands: `security/privileged.md`.
  private String path(PolicyDescription policy) {
    String name = policy.id().shortName();
    boolean alone =
        catalog.policies().stream()
                .filter(other -> other.area().equals(policy.area()))
                .filter(other -> other.id().shortName().equals(name))
                .count()
            == 1;
    String file = (alone ? name : policy.id().name().replace('.', '-').replace('_', '-')) + ".md";
    return policy.area().isEmpty() ? file : policy.area() + "/" + file;
  }

  private String index() {
    StringBuilder out = new StringBuilder(MARK).append("# Policies\n\n");
    int rules = catalog.policies().stream().mapToInt(policy -> policy.rules().size()).sum();
    out.append(catalog.policies().size()).append(" policies with ").append(rules);
    out.append(" rules. `attest policy list` and `attest policy show NAME` tell the same.\n");
    SortedMap<String, List<PolicyDescription>> areas = new TreeMap<>();
    for (PolicyDescription policy : catalog.policies()) {
      areas.computeIfAbsent(policy.area(), area -> new ArrayList<>()).add(policy);
    }
    areas.forEach((area, policies) -> {
      out.append("\n## ").append(area.isEmpty() ? "Policies" : capitalized(area)).append("\n\n");
      out.append("| Policy | What it asks for | Rules | Severity |\n| --- | --- | --: | --- |\n");
      for (PolicyDescription policy : policies) {
        out.append("| ").append(link(policy));
        out.append(" | ").append(cell(policy.title()));
        out.append(" | ").append(policy.rules().size());
        out.append(" | ").append(policy.severity().word()).append(" |\n");
      }
    });
    controls(out);
    return out.toString();
  }

  /// Which policies help to meet which control.
  private void controls(StringBuilder out) {
    SortedMap<String, SortedMap<String, TreeSet<String>>> frameworks = new TreeMap<>();
    for (PolicyDescription policy : catalog.policies()) {
      for (RuleDescription rule : policy.rules()) {
        rule.controls()
            .forEach((framework, ids) -> {
              SortedMap<String, TreeSet<String>> controls =
                  frameworks.computeIfAbsent(framework, f -> new TreeMap<>(BY_NUMBER));
              ids.forEach(
                  id -> controls.computeIfAbsent(id, i -> new TreeSet<>()).add(link(policy)));
            });
      }
    }
    out.append(frameworks.isEmpty() ? "" : "\n## Controls\n");
    frameworks.forEach((framework, controls) -> {
      out.append("\n### ").append(framework).append("\n\n");
      out.append("| Control | Policies |\n| --- | --- |\n");
      controls.forEach((id, links) ->
          out.append("| ")
              .append(cell(id))
              .append(" | ")
              .append(String.join(", ", links))
              .append(" |\n"));
    });
  }

  private String link(PolicyDescription policy) {
    return "[" + policy.id().shortName() + "](" + path(policy) + ")";
  }

  private String page(PolicyDescription policy) {
    StringBuilder out = new StringBuilder(MARK);
    out.append("# ").append(policy.title()).append("\n\n");
    out.append('`').append(policy.id()).append("`, ").append(source(policy)).append(", ");
    out.append(policy.convention()).append("\n");
    if (!policy.description().isEmpty()) {
      out.append('\n').append(policy.description().strip()).append('\n');
    }
    parameters(policy, out);
    for (RuleDescription rule : policy.rules()) {
      rule(policy, rule, out);
    }
    String up = policy.area().isEmpty() ? "" : "../";
    return out.append("\n[All policies](").append(up).append(INDEX).append(")\n").toString();
  }

  /// A link to the policy, where pages and policies stand in one project; else its path.
  private String source(PolicyDescription policy) {
    Path file = Path.of(policy.location().file()).toAbsolutePath().normalize();
    for (Path root : roots) {
      Path project = root.getParent();
      if (file.startsWith(root) && project != null) {
        String shown = project.relativize(file).toString().replace('\\', '/');
        Path page = folder.resolve(path(policy)).getParent();
        return page != null && folder.startsWith(project)
            ? "[" + shown + "](" + page.relativize(file).toString().replace('\\', '/') + ")"
            : "`" + shown + "`";
      }
    }
    return "`" + policy.location().file() + "`";
  }

  private void parameters(PolicyDescription policy, StringBuilder out) {
    List<PolicyCatalog.Parameter> parameters = catalog.parameters(policy);
    if (parameters.isEmpty()) {
      return;
    }
    out.append("\n## Parameters\n\n");
    out.append("| Parameter | Type | Default | Meaning |\n| --- | --- | --- | --- |\n");
    for (PolicyCatalog.Parameter parameter : parameters) {
      Value value = parameter.value();
      out.append("| `").append(parameter.name()).append("` | ").append(parameter.type());
      out.append(" | ").append(value == null ? "" : "`" + cell(Json.text(value)) + "`");
      out.append(" | ").append(cell(parameter.description())).append(" |\n");
    }
  }

  private static void rule(PolicyDescription policy, RuleDescription rule, StringBuilder out) {
    String level = rule.level() == Level.WARNING ? "warning" : "violation";
    out.append("\n## `").append(rule.name()).append("`: ");
    out.append(rule.severity().word()).append(' ').append(level).append("\n");
    if (!rule.title().equals(policy.title())) {
      out.append("\n**").append(rule.title()).append(".**\n");
    }
    if (!rule.description().isEmpty() && !rule.description().equals(policy.description())) {
      out.append('\n').append(rule.description().strip()).append('\n');
    }
    if (!rule.remediation().isEmpty()) {
      out.append("\n**Fix:** ").append(rule.remediation().strip()).append('\n');
    }
    if (!rule.controls().isEmpty()) {
      List<String> controls = new ArrayList<>();
      rule.controls()
          .forEach((framework, ids) -> controls.add(framework + " " + String.join(", ", ids)));
      out.append("\n**Controls:** ").append(String.join("; ", controls)).append('\n');
    }
    if (!rule.references().isEmpty()) {
      out.append("\n**See:** ");
      out.append(String.join(", ", rule.references().stream().map(r -> "<" + r + ">").toList()));
      out.append('\n');
    }
    if (rule.custom().get("examples") instanceof ObjectValue examples) {
      example("With these parameters", examples.get("parameters"), out);
      example("Good", examples.get("good"), out);
      example("Bad", examples.get("bad"), out);
    }
  }

  private static void example(String title, @Nullable Value example, StringBuilder out) {
    if (example == null) {
      return;
    }
    String text = example instanceof StringValue string ? string.text() : Json.text(example);
    boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    out.append('\n').append(title).append(":\n\n```").append(json ? "json" : "yaml");
    out.append('\n').append(text.strip()).append("\n```\n");
  }

  private static String padded(String id) {
    return DIGITS
        .matcher(id)
        .replaceAll(
            digits -> "0".repeat(Math.max(0, 9 - digits.group().length())) + digits.group());
  }

  private static String cell(String text) {
    return text.strip().replace("|", "\\|").replace('\n', ' ');
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('_', ' ');
  }
}
