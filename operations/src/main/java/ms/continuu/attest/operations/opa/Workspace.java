package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.files.SchemaFiles;
import ms.continuu.attest.operations.files.Timers;
import ms.continuu.attest.operations.load.FileLoader;
import ms.continuu.attest.operations.load.Loaded;
import ms.continuu.attest.rego.check.CheckedProgram;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.types.Schemas;
import ms.continuu.attest.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/// Policies that passed the check, with the data beside them.
record Workspace(CheckedProgram program, ObjectValue data, SortedMap<String, Module> modules) {

  /// Loads and checks.
  ///
  /// @param strict unused variables, imports and arguments are errors
  static Workspace of(Sources sources, boolean strict, Timers timers) throws Failure {
    Schemas schemas = SchemaFiles.read(sources.schema());
    return of(sources, schemas, strict, timers);
  }

  /// Loads and checks, with schemas that have been read.
  static Workspace of(Sources sources, @Nullable Schemas schemas, boolean strict, Timers timers)
      throws Failure {
    SortedMap<String, Module> modules = new TreeMap<>();
    ObjectValue data = ObjectValue.EMPTY;
    if (!sources.data().isEmpty()) {
      PathFilter filter = PathFilter.ignoring(sources.ignored());
      Loaded loaded =
          timers.time(
              "rego_load_files",
              () -> FileLoader.load(sources.data(), sources.language(), true, filter, timers));
      loaded.modules().forEach((name, file) -> modules.put(name, file.module()));
      data = loaded.data();
    }
    Map<String, Bundle> bundles = new LinkedHashMap<>();
    if (!sources.bundles().isEmpty()) {
      timers.time("rego_load_bundles", () -> readBundles(sources, bundles));
    }
    try {
      data = BundleActivation.activate(bundles, modules, data);
      CompileOptions options =
          CompileOptions.DEFAULT
              .withCapabilities(sources.language().capabilities())
              .withStrict(strict)
              .withKeepPrints(true)
              .withSchemas(schemas)
              .withDocumentAt(new DataPaths(data));
      return new Workspace(compile(modules, options, timers), data, modules);
    } catch (Failure failure) {
      throw failure.within("bundle activation failed: ");
    }
  }

  private static Map<String, Bundle> readBundles(Sources sources, Map<String, Bundle> bundles)
      throws Failure {
    BundleReader reader =
        new BundleReader(sources.language())
            .withAnnotations(true)
            .withFilter(PathFilter.ignoring(sources.ignored()));
    for (String path : sources.bundles()) {
      try {
        bundles.put(path, reader.read(path));
      } catch (Failure failure) {
        throw Failure.of("loading error: " + failure.text());
      }
    }
    return bundles;
  }

  private static CheckedProgram compile(
      SortedMap<String, Module> modules, CompileOptions options, Timers timers) throws Failure {
    List<Module> all = new ArrayList<>(modules.values());
    Compilation compilation =
        modules.isEmpty()
            ? Compilation.of(all, options)
            : timers.time("rego_module_compile", () -> Compilation.of(all, options));
    CheckedProgram program = compilation.program();
    if (program == null) {
      throw Failure.ofDiagnostics(compilation.diagnostics());
    }
    return program;
  }
}
