package ms.continuu.attest.operations.opa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.BundleMerge;
import ms.continuu.attest.operations.bundle.BundleReader;
import ms.continuu.attest.operations.bundle.BundleVerifier;
import ms.continuu.attest.operations.bundle.BundleWriter;
import ms.continuu.attest.operations.bundle.Manifest;
import ms.continuu.attest.operations.bundle.Versions;
import ms.continuu.attest.operations.files.Language;
import ms.continuu.attest.operations.files.PathFilter;
import ms.continuu.attest.operations.load.FileLoader;
import ms.continuu.attest.operations.load.Loaded;
import ms.continuu.attest.rego.check.Compilation;
import ms.continuu.attest.rego.check.CompileOptions;
import ms.continuu.attest.rego.format.FormatOptions;
import ms.continuu.attest.rego.format.Formatted;
import ms.continuu.attest.rego.format.Formatter;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.SourceFile;
import ms.continuu.attest.value.Utf8;
import org.jspecify.annotations.Nullable;

/// Packs policies and data into a bundle: loaded, checked, written in the one style.
public final class BuildBundle {
  private final Request request;

  /// What is packed, and where to.
  ///
  /// @param asBundles the paths are bundles
  /// @param followLinks links to files count as files
  /// @param output the path of the archive
  /// @param revision null to keep that of the input
  /// @param verifier checks signatures of the input; null when there are no keys for it
  /// @param signer signs the output; null for no signature
  public record Request(
      List<String> paths,
      boolean asBundles,
      boolean followLinks,
      List<String> ignored,
      Language language,
      String output,
      @Nullable String revision,
      @Nullable BundleVerifier verifier,
      @Nullable BundleSigner signer) {}

  /// Signs a bundle that is about to be written.
  @FunctionalInterface
  public interface BundleSigner {
    Bundle sign(Bundle bundle) throws Failure;
  }

  private BuildBundle(Request request) {
    this.request = request;
  }

  /// Builds the bundle and writes it.
  public static void run(Request request) throws Failure {
    BuildBundle build = new BuildBundle(request);
    Bundle bundle = build.load();
    build.check(bundle);
    String revision = request.revision();
    if (revision != null) {
      bundle = bundle.withManifest(bundle.manifest().withRevision(revision));
    }
    bundle = build.formatted(bundle);
    if (request.signer() != null) {
      bundle = request.signer().sign(bundle);
    }
    try {
      Files.write(Path.of(request.output()), BundleWriter.write(bundle, false));
    } catch (IOException e) {
      throw Failure.ofFile("open", request.output(), e);
    }
  }

  private Bundle load() throws Failure {
    try {
      return request.asBundles() ? loadBundles() : loadFiles();
    } catch (LoadFailure failure) {
      throw failure.failure.within("load error: ");
    }
  }

  /// Marks a failure to load, which is told in other words than a failure to merge.
  private static final class LoadFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    LoadFailure(Failure failure) {
      super(failure.text(), failure, false, false);
      this.failure = failure;
    }
  }

  private Bundle loadBundles() throws Failure, LoadFailure {
    BundleReader reader =
        new BundleReader(request.language())
            .withAnnotations(true)
            .withFollowLinks(request.followLinks())
            .withFilter(PathFilter.ignoring(request.ignored()))
            .withVerifier(request.verifier());
    List<Bundle> bundles = new ArrayList<>();
    for (String path : new TreeSet<>(request.paths())) {
      try {
        bundles.add(reader.read(path));
      } catch (Failure failure) {
        throw new LoadFailure(failure);
      }
    }
    try {
      return BundleMerge.of(bundles, request.language().version(), false);
    } catch (Failure failure) {
      throw failure.within("bundle merge failed: ").asText();
    }
  }

  private Bundle loadFiles() throws LoadFailure {
    Loaded loaded;
    try {
      PathFilter filter = new PathFilter(request.ignored(), PathFilter.Kind.NO_ARCHIVES);
      List<String> files = new ArrayList<>();
      for (String path : request.paths()) {
        if (path.endsWith(".tar.gz")) {
          // OPA reads these as bundles and then leaves them out.
          new BundleReader(request.language()).read(path);
        } else {
          files.add(path);
        }
      }
      loaded = FileLoader.load(files, request.language(), true, filter);
    } catch (Failure failure) {
      throw new LoadFailure(failure);
    }
    List<Bundle.ModuleFile> modules = new ArrayList<>();
    for (Loaded.RegoFile file : loaded.modules().values()) {
      modules.add(
          new Bundle.ModuleFile(
              file.name(), file.name(), file.name(), file.bytes(), file.module()));
    }
    Manifest manifest =
        Manifest.EMPTY.withVersions(Versions.number(request.language().version()), Map.of());
    return new Bundle(
        manifest, loaded.data(), modules, List.of(), List.of(), List.of(), Bundle.Signatures.NONE);
  }

  private void check(Bundle bundle) throws Failure {
    List<Module> modules = new ArrayList<>();
    Set<String> urls = new HashSet<>();
    for (Bundle.ModuleFile file : bundle.modules()) {
      if (!urls.add(file.url())) {
        throw Failure.of("duplicate module URL: " + file.url());
      }
      modules.add(file.module());
    }
    CompileOptions options =
        CompileOptions.DEFAULT
            .withSchemaAnnotations(false)
            .withCapabilities(request.language().capabilities());
    Compilation compilation = Compilation.of(modules, options);
    if (compilation.program() == null) {
      throw Failure.ofDiagnostics(compilation.diagnostics());
    }
  }

  private Bundle formatted(Bundle bundle) throws Failure {
    List<Bundle.ModuleFile> modules = new ArrayList<>();
    for (Bundle.ModuleFile file : bundle.modules()) {
      Module module = file.module();
      Language language = new Language(module.version(), request.language().capabilities());
      Formatted formatted =
          Formatter.format(
              new SourceFile(file.url(), Utf8.decode(file.bytes())),
              language.parseOptions(false),
              FormatOptions.of(module.version()));
      String text = formatted.text();
      if (text == null) {
        throw Failure.ofDiagnostics(formatted.diagnostics());
      }
      modules.add(file.withBytes(Utf8.encode(text)));
    }
    return bundle.withModules(modules);
  }
}
