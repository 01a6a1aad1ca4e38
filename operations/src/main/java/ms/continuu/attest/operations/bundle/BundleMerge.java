package ms.continuu.attest.operations.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.files.DataMerge;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.rego.syntax.RegoVersion;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// Several bundles as one. Versions of the language that differ from the result's are noted for
/// each file.
public final class BundleMerge {
  private final RegoVersion version;
  private final boolean usePaths;

  private BundleMerge(RegoVersion version, boolean usePaths) {
    this.version = version;
    this.usePaths = usePaths;
  }

  /// Merges at least one bundle; a single one keeps its revision.
  ///
  /// @param version the version of the result unless a single bundle has its own
  /// @param usePaths names files by their paths rather than where they lie
  public static Bundle of(List<Bundle> bundles, RegoVersion version, boolean usePaths)
      throws Failure {
    BundleMerge merge = new BundleMerge(version, usePaths);
    return bundles.size() == 1 ? merge.single(bundles.getFirst()) : merge.several(bundles);
  }

  private Bundle single(Bundle bundle) throws Failure {
    RegoVersion own = Versions.of(bundle.manifest(), version);
    int number = Versions.number(own);
    Manifest manifest =
        bundle.manifest().withVersions(number, bundle.manifest().fileRegoVersions());
    Bundle versioned = bundle.withManifest(manifest);
    return versioned.withManifest(manifest.withVersions(number, versions(versioned, own)));
  }

  private Bundle several(List<Bundle> bundles) throws Failure {
    List<String> roots = new ArrayList<>();
    List<Bundle.ModuleFile> modules = new ArrayList<>();
    List<Manifest.WasmResolver> resolvers = new ArrayList<>();
    List<Bundle.OtherFile> wasm = new ArrayList<>();
    List<Bundle.OtherFile> plans = new ArrayList<>();
    SortedMap<String, Integer> versions = new TreeMap<>();
    ObjectValue data = ObjectValue.EMPTY;
    for (Bundle bundle : bundles) {
      Manifest manifest = bundle.manifest();
      roots.addAll(manifest.roots());
      modules.addAll(bundle.modules());
      data = withData(data, bundle);
      resolvers.addAll(manifest.wasmResolvers());
      wasm.addAll(bundle.wasmModules());
      plans.addAll(bundle.plans());
      if (manifest.regoVersion() != null || !manifest.fileRegoVersions().isEmpty()) {
        versions.putAll(versions(bundle, version));
      }
    }
    Manifest manifest =
        new Manifest("", roots, resolvers, Versions.number(version), versions, null);
    Bundle merged =
        new Bundle(manifest, data, modules, wasm, plans, List.of(), Bundle.Signatures.NONE);
    ManifestCheck.of(merged);
    return merged;
  }

  private static ObjectValue withData(ObjectValue data, Bundle bundle) throws Failure {
    ObjectValue all = data;
    for (String root : bundle.manifest().roots()) {
      List<String> path = root.isEmpty() ? List.of() : Manifest.parts(root);
      Value value = DataMerge.get(bundle.data(), path);
      ObjectValue added = value == null ? null : DataMerge.at(path, value);
      if (added == null) {
        continue;
      }
      if (DataMerge.conflict(all, added) != null) {
        throw Failure.of("failed to insert data file from path " + String.join("/", path));
      }
      all = DataMerge.of(all, added);
    }
    return all;
  }

  /// The versions of files that differ from the result's.
  private SortedMap<String, Integer> versions(Bundle bundle, RegoVersion ofResult) throws Failure {
    SortedMap<String, Integer> versions = new TreeMap<>();
    for (Bundle.ModuleFile file : bundle.modules()) {
      RegoVersion own =
          Versions.of(
              bundle.manifest(), file.relativePath(), Versions.of(bundle.manifest(), ofResult));
      if (Versions.number(own) != Versions.number(ofResult)) {
        String path = usePaths ? file.path() : file.url();
        versions.put(GoPaths.clean(path.startsWith("/") ? path : "/" + path), Versions.number(own));
      }
    }
    return versions;
  }
}
