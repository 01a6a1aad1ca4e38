package ms.continuu.attest.operations.discover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import ms.continuu.attest.documents.DocumentFormat;
import ms.continuu.attest.documents.file.FileDocuments;
import ms.continuu.attest.operations.discover.Source.FileSource;
import ms.continuu.attest.operations.discover.Source.RenderedSource;
import ms.continuu.attest.operations.policies.Faults;
import ms.continuu.attest.operations.render.HelmChart;
import ms.continuu.attest.operations.render.Kustomization;
import ms.continuu.attest.operations.render.Rendering;
import ms.continuu.attest.value.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Finds what there is to judge: the files named, and of folders and globs those whose names tell a
/// known format, with charts and kustomizations rendered.
public final class Discovery {

  /// What to find.
  ///
  /// @param format what all files are; null for what each looks like
  /// @param changedSince a commit: only what changed since then is found; empty for everything
  /// @param names which files of folders and globs are found, by their names
  /// @param ignoring whether `.gitignore` and `.attestignore` count; files named are found anyway
  public record Options(
      Predicate<String> names,
      @Nullable DocumentFormat format,
      String changedSince,
      boolean ignoring,
      Rendering rendering) {
    /// Files of those names, as they are.
    public static Options named(Predicate<String> names) {
      return new Options(names, null, "", true, Rendering.NONE);
    }

    /// Files whose names tell a format of documents.
    public static boolean isDocument(String name) {
      return FileDocuments.formatOf(name) != null;
    }
  }

  /// What was found.
  ///
  /// @param notes what was left out
  /// @param unchanged whether there is nothing because nothing changed
  public record Found(
      List<Source> sources, List<Diagnostic> faults, List<Diagnostic> notes, boolean unchanged) {
    public Found {
      sources = List.copyOf(sources);
      faults = List.copyOf(faults);
      notes = List.copyOf(notes);
    }

    /// The files among them.
    public List<FileSource> files() {
      return sources.stream()
          .filter(FileSource.class::isInstance)
          .map(FileSource.class::cast)
          .toList();
    }
  }

  private final Options options;
  private final Map<Path, Source> sources = new LinkedHashMap<>();
  private final List<Diagnostic> faults = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();
  private final Map<Path, ChangedFiles> changes = new HashMap<>();
  private boolean leftOut;

  private Discovery(Options options) {
    this.options = options;
  }

  /// Finds what the paths name. The order is theirs, and that of names within a folder.
  public static Found find(List<String> paths, Options options) {
    Discovery discovery = new Discovery(options);
    for (String path : paths) {
      try {
        discovery.add(path);
      } catch (InvalidPathException e) {
        discovery.fault("no_such_file", path + ": no file can have this name", "");
      } catch (IOException e) {
        discovery.faults.add(Unreadable.of(path, e));
      } catch (ChangedFiles.Unknown e) {
        discovery.fault("unknown_change", String.valueOf(e.getMessage()), e.help());
        break;
      }
    }
    boolean unchanged = discovery.sources.isEmpty() && discovery.leftOut;
    return new Found(
        List.copyOf(discovery.sources.values()), discovery.faults, discovery.notes, unchanged);
  }

  private void fault(String code, String message, String help) {
    faults.add(Faults.fault(code, message, help));
  }

  private void add(String name) throws IOException, ChangedFiles.Unknown {
    Path path = Path.of(name);
    if (name.equals("-")) {
      sources.put(path, new FileSource("-", path, options.format()));
    } else if (Files.isDirectory(path)) {
      addFolder(path, null);
    } else if (Files.exists(path)) {
      if (isTouched(path)) {
        put(path, new FileSource(name, path, options.format()));
      }
    } else if (WildMatch.isPattern(name)) {
      addGlob(name);
    } else {
      fault("no_such_file", name + ": no such file or folder", "");
    }
  }

  private void addGlob(String name) throws IOException, ChangedFiles.Unknown {
    int wild = 0;
    while ("*?[".indexOf(name.charAt(wild)) < 0) {
      wild++;
    }
    int slash = name.lastIndexOf('/', wild);
    Path base = Path.of(slash < 0 ? "" : slash == 0 ? "/" : name.substring(0, slash));
    WildMatch pattern = WildMatch.of(name.substring(slash + 1));
    if (pattern == null || !Files.isDirectory(base)) {
      fault("no_such_file", name + ": no file matches", "");
      return;
    }
    if (!addFolder(base, pattern)) {
      fault(
          "no_such_file",
          name + ": no file matches",
          "quote patterns that the shell must not read");
    }
  }

  /// @return whether anything matched
  private boolean addFolder(Path folder, @Nullable WildMatch pattern)
      throws IOException, ChangedFiles.Unknown {
    FolderWalk.Found found = FolderWalk.below(folder, options.ignoring());
    faults.addAll(found.faults());
    Map<Path, Source> below = new TreeMap<>();
    Set<Path> drawnOn = new HashSet<>();
    boolean matched = false;
    for (Path chart : outermost(found.charts())) {
      matched |= isWanted(folder, chart, pattern) && addChart(chart, below);
    }
    if (options.rendering().hasKustomize()) {
      for (Kustomization one : roots(found.kustomizations())) {
        drawnOn.addAll(one.files());
        if (isWanted(folder, one.folder(), pattern)) {
          matched = true;
          addKustomization(one, below);
        }
      }
    } else if (!found.kustomizations().isEmpty() && options.rendering().wanted()) {
      note(
          "kustomization",
          found.kustomizations().getFirst() + ": judged file by file, not rendered",
          "install `kustomize` or `kubectl` to judge what it makes");
    }
    for (Path file : found.files()) {
      if (isWanted(folder, file, pattern) && options.names().test(file.toString())) {
        matched = true;
        if (!isTemplate(file)
            && !drawnOn.contains(file.toAbsolutePath().normalize())
            && isTouched(file)) {
          below.put(file, new FileSource(file.toString(), file, options.format()));
        }
      }
    }
    below.forEach(this::put);
    return matched;
  }

  private void put(Path path, Source source) {
    sources.putIfAbsent(path.toAbsolutePath().normalize(), source);
  }

  /// Whether a path, or a folder that it is in, matches.
  private static boolean isWanted(Path top, Path path, @Nullable WildMatch pattern) {
    if (pattern == null) {
      return true;
    }
    boolean here = top.toString().isEmpty();
    for (Path at = path; at != null && !at.equals(top); at = at.getParent()) {
      Path below = here ? at : top.relativize(at);
      if (pattern.matches(below.toString().replace('\\', '/'))) {
        return true;
      }
    }
    return false;
  }

  /// Charts that are in no other's `charts`, which Helm renders with it.
  private static List<Path> outermost(List<Path> charts) {
    return charts.stream()
        .filter(chart ->
            charts.stream()
                .noneMatch(
                    other -> !other.equals(chart) && chart.startsWith(other.resolve("charts"))))
        .toList();
  }

  /// @return whether there is anything to say about it
  private boolean addChart(Path chart, Map<Path, Source> below) throws ChangedFiles.Unknown {
    if (!Files.isDirectory(chart.resolve("templates"))) {
      return false;
    }
    if (!options.rendering().hasHelm()) {
      note(
          "chart_template",
          chart.resolve("templates") + ": left out, as they are templates of a Helm chart",
          options.rendering().wanted()
              ? "install `helm`, or check what `helm template` renders"
              : "--no-render leaves templates out");
      return true;
    }
    if (options.changedSince().isEmpty() || changed(chart).touchesBelow(chart)) {
      HelmChart helm = new HelmChart(chart.toString(), chart, options.rendering());
      below.put(chart.resolve("templates"), new RenderedSource(helm));
    } else {
      leftOut = true;
    }
    return true;
  }

  /// Kustomizations that no other draws on.
  private List<Kustomization> roots(List<Path> folders) {
    List<Kustomization> all = new ArrayList<>();
    Set<Path> bases = new HashSet<>();
    for (Path folder : folders) {
      Kustomization one = Kustomization.of(folder.toString(), folder, options.rendering());
      if (one != null) {
        all.add(one);
        one.folders().stream().skip(1).forEach(bases::add);
      }
    }
    return all.stream()
        .filter(one -> !bases.contains(one.folder().toAbsolutePath().normalize()))
        .toList();
  }

  private void addKustomization(Kustomization one, Map<Path, Source> below)
      throws ChangedFiles.Unknown {
    boolean touched = options.changedSince().isEmpty();
    if (!touched) {
      ChangedFiles changed = changed(one.folder());
      touched =
          one.folders().stream().anyMatch(changed::touchesBelow)
              || one.files().stream().anyMatch(changed::touches);
    }
    if (touched) {
      below.put(one.folder(), new RenderedSource(one));
    } else {
      leftOut = true;
    }
  }

  /// Whether a file belongs to what is to be judged: it changed, or something in its chart or
  /// kustomization did.
  private boolean isTouched(Path file) throws ChangedFiles.Unknown {
    if (options.changedSince().isEmpty()) {
      return true;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    ChangedFiles changed = changed(folder == null ? file : folder);
    boolean touched = changed.touches(file);
    for (Path at = folder; !touched && at != null; at = at.getParent()) {
      touched = isWhole(at) && changed.touchesBelow(at);
    }
    leftOut |= !touched;
    return touched;
  }

  private static boolean isWhole(Path folder) {
    return Files.exists(folder.resolve("Chart.yaml"))
        || Files.exists(folder.resolve("kustomization.yaml"))
        || Files.exists(folder.resolve("kustomization.yml"));
  }

  /// What changed in the repository of a folder.
  private ChangedFiles changed(Path folder) throws ChangedFiles.Unknown {
    Path at = folder.toAbsolutePath().normalize();
    while (at.getParent() != null && !Files.exists(at.resolve(".git"))) {
      at = at.getParent();
    }
    Path top = Files.exists(at.resolve(".git")) ? at : folder;
    ChangedFiles known = changes.get(top);
    if (known == null) {
      known = ChangedFiles.since(options.changedSince(), top, options.rendering().environment());
      changes.put(top, known);
    }
    return known;
  }

  private void note(String code, String message, String help) {
    notes.add(
        new Diagnostic(code, Diagnostic.Severity.NOTE, message, null, List.of(), List.of(), help));
  }

  /// Whether the file lies below the `templates` of a folder with a `Chart.yaml`.
  private static boolean isTemplate(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path name = folder.getFileName();
      Path above = folder.toAbsolutePath().getParent();
      if (name != null
          && above != null
          && name.toString().equals("templates")
          && Files.exists(above.resolve("Chart.yaml"))) {
        return true;
      }
    }
    return false;
  }
}
