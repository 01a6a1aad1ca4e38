package ms.continuu.attest.operations.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Positions;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;

/// A folder with a `Chart.yaml`, rendered by `helm template`. Each finding points into the template
/// that its manifest comes from.
public record HelmChart(String name, Path folder, Rendering rendering) implements Rendered {
  private static final String SOURCE = "\n# Source: ";

  @Override
  public Reading read(DocumentLimits limits) {
    Path chartPath = folder.resolve("Chart.yaml");
    SourceFile chart = new SourceFile(shown("Chart.yaml"), text(chartPath));
    Tool helm = rendering.tool("helm");
    if (helm == null) {
      return Rendered.failed(chart, "render_error", "`helm` is not installed", "install Helm");
    }
    String release = release(chart, limits);
    List<String> arguments = new ArrayList<>(List.of("template", release, "."));
    for (String values : rendering.values()) {
      arguments.add("--values");
      arguments.add(Path.of(values).toAbsolutePath().toString());
    }
    Tool.Result result;
    try {
      result = helm.run(folder, rendering.limit(), arguments);
    } catch (IOException e) {
      return Rendered.failed(
          chart, "render_error", "`helm` cannot be run: " + e.getMessage(), "install Helm");
    }
    if (result.code() != 0) {
      return failed(chart, result.message());
    }
    SourceFile rendered = new SourceFile(name + " (rendered)", "\n" + result.text());
    byte[] bytes = Utf8.encode(rendered.text());
    Reading reading = FileDocuments.read(rendered.name(), bytes, Yaml.KUBERNETES, limits);
    List<Document> documents = new ArrayList<>();
    for (Document document : reading.documents()) {
      documents.add(mapped(document, chart));
    }
    return new Reading(documents, reading.diagnostics());
  }

  private Reading failed(SourceFile chart, String message) {
    String plain = message.replace("\n\nUse --debug flag to render out invalid YAML", "");
    plain = plain.startsWith("Error: ") ? plain.substring("Error: ".length()) : plain;
    boolean dependencies =
        plain.contains("missing in charts/") || plain.contains("dependency build");
    return Rendered.failed(
        chart,
        "render_error",
        "chart cannot be rendered: " + plain,
        dependencies
            ? "run `helm dependency build " + name + "` first"
            : "see `helm template " + name + "`; --no-render leaves templates out");
  }

  /// Names are better told by the chart than by Helm's `release-name`.
  private static String release(SourceFile chart, DocumentLimits limits) {
    for (Document document : Yaml.KUBERNETES.read(chart, limits).documents()) {
      if (document.value() instanceof ObjectValue object
          && object.get("name") instanceof StringValue name
          && name.text().matches("[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?")) {
        return name.text();
      }
    }
    return "release-name";
  }

  /// The document in its template; `# Source: chart/templates/x.yaml` stands before it.
  private Document mapped(Document document, SourceFile chart) {
    Positions rendered = document.positions();
    Location place = rendered.locate(List.of());
    String text = place.source().text();
    int comment = text.lastIndexOf(SOURCE, place.start());
    if (comment < 0) {
      return withPlaces(document, chart, new FixedPlace(chart.at(0, 0)));
    }
    int from = comment + SOURCE.length();
    String path = text.substring(from, text.indexOf('\n', from)).strip();
    String below = path.substring(path.indexOf('/') + 1);
    Path file = folder.resolve(below).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      return withPlaces(document, chart, new FixedPlace(dependency(chart, below)));
    }
    SourceFile template = new SourceFile(shown(below), text(file));
    return withPlaces(document, template, new TemplatePositions(rendered, template));
  }

  private static Document withPlaces(Document document, SourceFile source, Positions positions) {
    return new Document(source, document.index(), document.value(), positions);
  }

  /// Where `Chart.yaml` asks for a packed chart that a template comes from.
  private static Location dependency(SourceFile chart, String path) {
    String[] parts = path.split("/", -1);
    int at = parts.length > 1 ? chart.text().indexOf("name: " + parts[1]) : -1;
    return at < 0 ? chart.at(0, 0) : chart.at(at, at + "name: ".length() + parts[1].length());
  }

  private String shown(String below) {
    return name.isEmpty() || name.equals(".") ? below : Path.of(name).resolve(below).toString();
  }

  private static String text(Path file) {
    try {
      return Utf8.decode(Files.readAllBytes(file));
    } catch (IOException e) {
      return "";
    }
  }
}
