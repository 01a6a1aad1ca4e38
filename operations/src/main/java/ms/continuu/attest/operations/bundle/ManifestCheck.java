package ms.continuu.attest.operations.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.rego.syntax.TermText;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Value;

/// Checks that a bundle holds what its manifest permits and nothing else.
final class ManifestCheck {
  private final Bundle bundle;
  private final Manifest manifest;

  private ManifestCheck(Bundle bundle) {
    this.bundle = bundle;
    this.manifest = bundle.manifest();
  }

  static void of(Bundle bundle) throws Failure {
    ManifestCheck check = new ManifestCheck(bundle);
    check.roots();
    check.versions();
    check.modules();
    check.resolvers();
    check.patch();
    check.data(bundle.data(), List.of());
  }

  private void roots() throws Failure {
    List<String> roots = manifest.roots();
    for (int i = 0; i < roots.size(); i++) {
      for (int j = i + 1; j < roots.size(); j++) {
        boolean overlap =
            Manifest.contains(roots.get(i), Manifest.parts(roots.get(j)))
                || Manifest.contains(roots.get(j), Manifest.parts(roots.get(i)));
        if (overlap) {
          throw Failure.of(
              "manifest has overlapped roots: '" + roots.get(i) + "' and '" + roots.get(j) + "'");
        }
      }
    }
  }

  private void versions() throws Failure {
    Integer version = manifest.regoVersion();
    if (version != null && Versions.ofNumber(version) == null) {
      throw Failure.of("manifest has " + unknown(version));
    }
    for (Map.Entry<String, Integer> file : manifest.fileRegoVersions().entrySet()) {
      if (Versions.ofNumber(file.getValue()) == null) {
        throw Failure.of(
            "manifest has " + unknown(file.getValue()) + " for file '" + file.getKey() + "'");
      }
    }
  }

  private static String unknown(int version) {
    return "unknown rego version: " + version;
  }

  private void modules() throws Failure {
    for (Bundle.ModuleFile module : bundle.modules()) {
      List<String> path = BundleReader.packagePath(module.module());
      if (!manifest.owns(path)) {
        throw refused("'package " + packageText(module) + "' in module '" + module.path() + "'");
      }
    }
  }

  private static String packageText(Bundle.ModuleFile module) {
    String path = TermText.of(module.module().packageDeclaration().path());
    return path.startsWith("data.") ? path.substring("data.".length()) : path;
  }

  private void resolvers() throws Failure {
    Set<String> present = new HashSet<>();
    bundle.wasmModules().forEach(module -> present.add(module.path()));
    Set<String> seen = new HashSet<>();
    for (Manifest.WasmResolver resolver : manifest.wasmResolvers()) {
      if (!present.contains(resolver.module())) {
        throw Failure.of(
            "manifest references wasm module '"
                + resolver.module()
                + "' but the module file does not exist");
      }
      if (!manifest.owns(Manifest.parts(resolver.entrypoint()))) {
        throw refused(
            "'"
                + resolver.entrypoint()
                + "' entrypoint for wasm module '"
                + resolver.module()
                + "'");
      }
      if (!seen.add(resolver.entrypoint())) {
        throw Failure.of(
            "entrypoint '"
                + resolver.entrypoint()
                + "' cannot be used by more than one wasm module");
      }
    }
  }

  private void patch() throws Failure {
    for (Bundle.PatchOperation operation : bundle.patch()) {
      String path = trim(operation.path());
      if (!manifest.owns(Manifest.parts(path))) {
        throw refused("data patch at path '" + path + "'");
      }
    }
  }

  private static String trim(String path) {
    String text = path;
    while (text.startsWith("/")) {
      text = text.substring(1);
    }
    while (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }

  private void data(Value value, List<String> path) throws Failure {
    List<String> asked = path.isEmpty() ? List.of("") : path;
    if (manifest.owns(asked)) {
      return;
    }
    if (value instanceof ObjectValue object
        && manifest.roots().stream().anyMatch(root -> leadsTo(path, root))) {
      for (int i = 0; i < object.size(); i++) {
        List<String> below = new ArrayList<>(path);
        below.add(((StringValue) object.keyAt(i)).text());
        data(object.valueAt(i), below);
      }
      return;
    }
    throw refused(
        "data at path '/" + String.join("/", path) + "' (hint: check bundle directory structure)");
  }

  /// OPA asks whether a part of the path holds the root; and the empty path leads anywhere.
  private static boolean leadsTo(List<String> path, String root) {
    if (path.isEmpty()) {
      return true;
    }
    return path.stream().anyMatch(part -> Manifest.contains(part, Manifest.parts(root)));
  }

  private Failure refused(String what) {
    return Failure.of("manifest roots " + manifest.rootsText() + " do not permit " + what);
  }
}
