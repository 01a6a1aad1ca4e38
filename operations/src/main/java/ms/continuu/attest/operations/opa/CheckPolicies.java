package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.List;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleMerge;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.files.SchemaFiles;
import ms.continuu.attest.operations.load.FileLoader;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.ObjectValue;

/// Checks policies: do they parse, and would they run?
public final class CheckPolicies {
  private CheckPolicies() {}

  /// What is to be checked, and how.
  ///
  /// @param asBundles the paths are bundles, whose data counts too
  public record Request(
      List<String> paths,
      boolean asBundles,
      List<String> ignored,
      Language language,
      String schema,
      boolean strict,
      int errorLimit) {}

  /// Checks.
  ///
  /// @throws Failure with all that is wrong
  public static void run(Request request) throws Failure {
    CompileOptions options =
        CompileOptions.DEFAULT
            .withCapabilities(request.language().capabilities())
            .withSchemas(SchemaFiles.read(request.schema()))
            .withKeepPrints(true)
            .withStrict(request.strict())
            .withErrorLimit(request.errorLimit());
    List<Module> modules;
    if (request.asBundles()) {
      Bundle bundle = readBundles(request);
      modules = bundle.modules().stream().map(Bundle.ModuleFile::module).toList();
      ObjectValue data = bundle.data();
      options = data.size() == 0 ? options : options.withDocumentAt(new DataPaths(data));
    } else {
      PathFilter filter = new PathFilter(request.ignored(), PathFilter.Kind.REGO);
      modules = FileLoader.load(request.paths(), request.language(), true, filter).parsed();
    }
    Compilation compilation = Compilation.of(modules, options);
    if (compilation.program() == null) {
      throw Failure.ofDiagnostics(compilation.diagnostics());
    }
  }

  private static Bundle readBundles(Request request) throws Failure {
    BundleReader reader =
        new BundleReader(request.language())
            .withAnnotations(true)
            .withFilter(PathFilter.ignoring(request.ignored()));
    List<Bundle> bundles = new ArrayList<>();
    for (String path : request.paths()) {
      bundles.add(reader.read(path));
    }
    return BundleMerge.of(bundles, RegoVersion.V1, false);
  }
}
