package ms.continuu.attest.operations.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ms.continuu.attest.documents.Document;
import ms.continuu.attest.documents.DocumentLimits;
import ms.continuu.attest.documents.Reading;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.documents.yaml.Yaml;
import ms.continuu.attest.operations.render.KustomizationFile.Reference;
import ms.continuu.attest.value.Diagnostic;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// A folder with a `kustomization.yaml`, rendered by `kustomize build` or `kubectl kustomize`. Each
/// finding points into the resource or patch that holds the field.
///
/// @param folders the folders that it draws on, itself first
/// @param files the files that it draws on
public record Kustomization(
    String name, Path folder, Rendering rendering, Set<Path> folders, Set<Path> files)
    implements Rendered {

  /// How `kubectl` tells what failed.
  private static final Pattern LOGGED = Pattern.compile("\"command failed\" err=\"(.*)\"");

  /// The kustomization of a folder, or null when it has none that stands by itself.
  public static @Nullable Kustomization of(String name, Path folder, Rendering rendering) {
    KustomizationFile file = KustomizationFile.in(folder, name);
    if (file == null || file.isComponent()) {
      return null;
    }
    Set<Path> folders = new LinkedHashSet<>();
    Set<Path> files = new LinkedHashSet<>();
    collect(folder.toAbsolutePath().normalize(), folders, files);
    return new Kustomization(name, folder, rendering, folders, files);
  }

  private static void collect(Path folder, Set<Path> folders, Set<Path> files) {
    KustomizationFile file = folders.add(folder) ? KustomizationFile.in(folder, "") : null;
    if (file == null) {
      return;
    }
    for (Reference reference : file.references()) {
      Path named = reference.inline() == null ? file.local(reference) : null;
      if (named != null && Files.isDirectory(named)) {
        collect(named, folders, files);
      } else if (named != null) {
        files.add(named);
      }
    }
  }

  @Override
  public Reading read(DocumentLimits limits) {
    List<KustomizationFile> all = new ArrayList<>();
    for (Path each : folders) {
      KustomizationFile file = KustomizationFile.in(each, shown(each));
      if (file != null) {
        all.add(file);
      }
    }
    List<Diagnostic> absent = rendering.fetching() ? List.of() : absent(all);
    if (!absent.isEmpty()) {
      return new Reading(List.of(), absent);
    }
    SourceFile top =
        all.isEmpty() ? new SourceFile(name + "/kustomization.yaml", "") : all.getFirst().source();
    Tool kustomize = rendering.tool("kustomize");
    Tool tool = kustomize != null ? kustomize : rendering.tool("kubectl");
    if (tool == null) {
      return Rendered.failed(
          top, "render_error", "neither `kustomize` nor `kubectl` is installed", "install one");
    }
    Tool.Result result;
    try {
      result =
          tool.run(
              folder, rendering.limit(), List.of(kustomize != null ? "build" : "kustomize", "."));
    } catch (IOException e) {
      return Rendered.failed(
          top, "render_error", "`kustomize` cannot be run: " + e.getMessage(), "install it");
    }
    if (result.code() != 0) {
      Matcher logged = LOGGED.matcher(result.message());
      String message =
          logged.find() ? logged.group(1) : result.message().replaceFirst("^[Ee]rror: ", "");
      return Rendered.failed(
          top,
          "render_error",
          "kustomization cannot be rendered: " + message,
          "see `kubectl kustomize " + name + "`; --no-render judges the files as they are");
    }
    byte[] bytes = Utf8.encode(result.text());
    Reading reading = FileDocuments.read(name + " (rendered)", bytes, Yaml.KUBERNETES, limits);
    List<Origin> origins = Origin.of(all, this::shown);
    List<Document> documents = new ArrayList<>();
    for (Document document : reading.documents()) {
      OriginPositions positions = OriginPositions.of(document.value(), origins, top);
      documents.add(
          new Document(positions.source(), document.index(), document.value(), positions));
    }
    return new Reading(documents, reading.diagnostics());
  }

  private static List<Diagnostic> absent(List<KustomizationFile> all) {
    List<Diagnostic> absent = new ArrayList<>();
    for (KustomizationFile file : all) {
      for (Reference reference : file.references()) {
        if (reference.inline() == null && file.local(reference) == null) {
          boolean remote = reference.name().contains("://") || reference.name().contains("@");
          absent.add(
              new Diagnostic(
                  "render_error",
                  Diagnostic.Severity.ERROR,
                  "`" + reference.name() + "` is " + (remote ? "on the network" : "not here"),
                  file.document().positions().locate(reference.at()),
                  List.of(),
                  List.of(),
                  "--fetch lets kustomizations fetch what they refer to"));
        }
      }
    }
    return absent;
  }

  /// The name of a file, as the user would write it: relative as the folder's own name is.
  private String shown(Path file) {
    Path own = Path.of(name);
    if (own.isAbsolute()) {
      return file.toString();
    }
    Path relative = folder.toAbsolutePath().normalize().relativize(file);
    return own.resolve(relative).normalize().toString();
  }
}
