package ms.continuu.attest.operations.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.files.DataMerge;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.files.SourceFiles;
import ms.continuu.attest.operations.files.Timers;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.Term;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Loads policies and data from files and, recursively, from directories, whose names become the
/// data's path. All that is wrong is reported together.
public final class FileLoader {
  private final Language language;
  private final boolean annotations;
  private final PathFilter filter;
  private final Timers timers;

  private final SortedMap<String, Loaded.RegoFile> modules = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<DataFile> dataFiles = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private ObjectValue data = ObjectValue.EMPTY;

  /// Data as one file gave it, to tell which files conflict.
  private record DataFile(String path, ObjectValue data) {}

  private FileLoader(Language language, boolean annotations, PathFilter filter, Timers timers) {
    this.language = language;
    this.annotations = annotations;
    this.filter = filter;
    this.timers = timers;
  }

  /// Loads what paths of a command line name.
  ///
  /// @param paths files and directories, perhaps with a place in data before: `foo.bar:file.json`
  /// @param annotations whether `# METADATA` blocks are read
  public static Loaded load(
      List<String> paths, Language language, boolean annotations, PathFilter filter)
      throws Failure {
    return load(paths, language, annotations, filter, new Timers());
  }

  /// The same, telling how long parsing took.
  public static Loaded load(
      List<String> paths, Language language, boolean annotations, PathFilter filter, Timers timers)
      throws Failure {
    FileLoader loader = new FileLoader(language, annotations, filter, timers);
    for (String argument : paths) {
      GoPaths.Rooted rooted = GoPaths.Rooted.of(argument);
      loader.visit(rooted.path(), rooted.root(), 0);
    }
    if (!loader.failures.isEmpty()) {
      throw Failure.ofLoading(loader.failures);
    }
    return new Loaded(loader.modules, loader.data);
  }

  private void visit(String argument, List<String> root, int depth) {
    try {
      String path = GoPaths.ofUrl(argument);
      SourceFiles.refuseUnc(path);
      boolean isDirectory = SourceFiles.isDirectory(path);
      if (filter.excludes(path, isDirectory, depth)) {
        return;
      }
      if (isDirectory) {
        visitDirectory(path, root, depth);
      } else if (seen.add(String.join("\0", root) + "\1" + GoPaths.clean(path))) {
        load(path, root, depth);
      }
    } catch (Failure failure) {
      boolean structured = failure.problems().stream().anyMatch(p -> !p.code().isEmpty());
      if (structured && !failure.text().startsWith("bundle ")) {
        failures.addAll(failure.apart());
      } else {
        failures.add(failure);
      }
    }
  }

  private void visitDirectory(String path, List<String> root, int depth) throws Failure {
    List<String> below = root;
    if (depth > 0) {
      below = new ArrayList<>(root);
      below.add(GoPaths.base(path));
    }
    for (String name : SourceFiles.names(path)) {
      visit(GoPaths.join(path, name), below, depth + 1);
    }
  }

  private void load(String path, List<String> root, int depth) throws Failure {
    byte[] bytes = SourceFiles.read(path);
    switch (GoPaths.extension(path)) {
      case ".json" ->
          mergeData(path, root, timers.time("rego_data_parse", () -> json(path, bytes)));
      case ".rego" -> add(path, parse(path, bytes), bytes);
      case ".yaml", ".yml" ->
          mergeData(path, root, timers.time("rego_data_parse", () -> yaml(path, bytes)));
      default -> {
        if (path.endsWith(".tar.gz")) {
          loadArchive(path, root, bytes);
        } else if (depth == 0) {
          loadUnknown(path, root, bytes);
        }
      }
    }
  }

  private Module parse(String path, byte[] bytes) throws Failure {
    return timers.time(
        "rego_module_parse", () -> SourceFiles.parse(path, bytes, language, annotations));
  }

  private void add(String path, Module module, byte[] bytes) {
    modules.put(GoPaths.trimSlashes(path), new Loaded.RegoFile(path, module, bytes));
  }

  private void loadArchive(String path, List<String> root, byte[] bytes) throws Failure {
    Bundle bundle;
    try {
      bundle =
          new BundleReader(language)
              .withAnnotations(annotations)
              .withManifestInData(true)
              .readArchive(bytes);
    } catch (Failure failure) {
      throw failure.within("bundle " + path + ": ");
    }
    for (Bundle.ModuleFile module : bundle.modules()) {
      modules.put(
          module.path(), new Loaded.RegoFile(module.path(), module.module(), module.bytes()));
    }
    mergeData(path, root, bundle.data());
  }

  /// A file of unknown kind is tried as each of them.
  private void loadUnknown(String path, List<String> root, byte[] bytes) throws Failure {
    try {
      add(path, parse(path, bytes), bytes);
      return;
    } catch (Failure notRego) {
      // Then it may be data.
    }
    Value value;
    try {
      value = Documents.json(bytes);
    } catch (Failure notJson) {
      try {
        value = Documents.yaml(bytes);
      } catch (Failure notYaml) {
        throw Failure.of(path + ": can't recognize file type");
      }
    }
    mergeData(path, root, value);
  }

  private static Value json(String path, byte[] bytes) throws Failure {
    try {
      return Documents.json(bytes);
    } catch (Failure failure) {
      throw failure.within(path + ": ");
    }
  }

  private static Value yaml(String path, byte[] bytes) throws Failure {
    try {
      return Documents.yaml(bytes);
    } catch (Failure failure) {
      throw failure.within(path + ": error converting YAML to JSON: ");
    }
  }

  private void mergeData(String path, List<String> root, Value value) throws Failure {
    ObjectValue added = DataMerge.at(root, value);
    if (added == null) {
      throw Failure.of(path + ": document must be of type object");
    }
    List<String> conflict = DataMerge.conflict(data, added);
    if (conflict != null) {
      throw Failure.of(
          path + ": merge error: conflicting values at " + dataRef(conflict) + otherFile(conflict));
    }
    data = DataMerge.of(data, added);
    dataFiles.add(new DataFile(path, added));
  }

  private String otherFile(List<String> conflict) {
    for (DataFile file : dataFiles) {
      @Nullable Value there = DataMerge.get(file.data, conflict);
      if (there != null) {
        return ", also defined in " + file.path;
      }
    }
    return ", data from multiple files must not overlap";
  }

  private static String dataRef(List<String> path) {
    List<Term> parts = new ArrayList<>();
    parts.add(new Term.Var("data", Location.NONE));
    path.forEach(name -> parts.add(new Term.Scalar(StringValue.of(name), Location.NONE)));
    return TermText.of(new Term.Ref(parts, Location.NONE));
  }
}
