package ms.continuu.attest.policy.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The formats of reports by name.
public final class Reports {
  private static final Map<String, Function<ReportContext, ReportFormat>> FORMATS =
      new LinkedHashMap<>();

  static {
    FORMATS.put("table", context -> new TableReport(context.colour()));
    FORMATS.put("text", context -> new TextReport());
    FORMATS.put("json", context -> new JsonReport());
    FORMATS.put("yaml", context -> new YamlReport());
    FORMATS.put("sarif", SarifReport::new);
    FORMATS.put("junit", JunitReport::new);
    FORMATS.put("github", GithubReport::new);
    FORMATS.put("gitlab", GitlabReport::new);
    FORMATS.put("azure", AzureReport::new);
    FORMATS.put("tap", TapReport::new);
    FORMATS.put("markdown", context -> MarkdownReport.forComment());
    FORMATS.put("html", HtmlReport::new);
    FORMATS.put("conftest-json", context -> new ConftestReport());
  }

  private Reports() {}

  /// The names, in the order of the help.
  public static List<String> names() {
    return List.copyOf(FORMATS.keySet());
  }

  /// The format of a name; empty when there is none.
  public static Optional<ReportFormat> named(String name, ReportContext context) {
    return Optional.ofNullable(FORMATS.get(name)).map(format -> format.apply(context));
  }
}
