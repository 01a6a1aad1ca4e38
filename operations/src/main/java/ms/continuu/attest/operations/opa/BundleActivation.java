package ms.continuu.attest.operations.opa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import ms.continuu.attest.operations.Failure;
import ms.continuu.attest.operations.bundle.Bundle;
import ms.continuu.attest.operations.bundle.Manifest;
import ms.continuu.attest.operations.files.DataMerge;
import ms.continuu.attest.operations.files.Documents;
import ms.continuu.attest.operations.files.GoPaths;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.JsonWriter;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.StringValue;
import ms.continuu.attest.value.Utf8;
import ms.continuu.attest.value.Value;

/// Bundles take effect: each owns its roots, where its data replaces what was there.
final class BundleActivation {
  private BundleActivation() {}

  /// Adds the bundles' policies to the modules and returns the data with theirs.
  static ObjectValue activate(
      Map<String, Bundle> bundles, SortedMap<String, Module> modules, ObjectValue data)
      throws Failure {
    refuseOverlaps(bundles);
    for (Bundle bundle : bundles.values()) {
      if (bundle.isDelta()) {
        throw Failure.of("delta bundles cannot be activated without a snapshot of theirs");
      }
    }
    ObjectValue all = data;
    for (Bundle bundle : bundles.values()) {
      for (String root : bundle.manifest().roots()) {
        all = root.isEmpty() ? all : without(all, List.of(root.split("/", -1)), 0);
      }
    }
    for (Bundle bundle : bundles.values()) {
      for (String root : bundle.manifest().roots()) {
        all = written(all, bundle.data(), root);
      }
    }
    for (Map.Entry<String, Bundle> entry : bundles.entrySet()) {
      all = withManifest(all, entry.getKey(), entry.getValue().manifest());
      for (Bundle.ModuleFile file : entry.getValue().modules()) {
        modules.put(moduleName(entry.getKey(), file.path()), file.module());
      }
    }
    return all;
  }

  /// The name of a bundle's policy among others'.
  static String moduleName(String bundle, String path) throws Failure {
    String prefix = bundle.contains("://") ? GoPaths.ofUrl(bundle) : bundle;
    return GoPaths.join(prefix, path);
  }

  private static ObjectValue without(ObjectValue object, List<String> path, int at) {
    Value below = object.get(path.get(at));
    if (below == null) {
      return object;
    }
    boolean last = at == path.size() - 1;
    ObjectValue.Builder rest = ObjectValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      if (!key.equals(StringValue.of(path.get(at)))) {
        rest.put(key, object.valueAt(i));
      } else if (!last && below instanceof ObjectValue deeper) {
        rest.put(key, without(deeper, path, at + 1));
      } else if (!last) {
        rest.put(key, below);
      }
    }
    return rest.build();
  }

  private static ObjectValue written(ObjectValue all, ObjectValue bundleData, String root) {
    if (root.isEmpty()) {
      return bundleData;
    }
    List<String> path = List.of(root.split("/", -1));
    Value value = DataMerge.get(bundleData, path);
    if (value == null) {
      return all;
    }
    return put(all, path, 0, value);
  }

  private static ObjectValue put(ObjectValue object, List<String> path, int at, Value value) {
    String name = path.get(at);
    if (at == path.size() - 1) {
      return object.toBuilder().put(name, value).build();
    }
    ObjectValue below = object.get(name) instanceof ObjectValue deeper ? deeper : ObjectValue.EMPTY;
    return object.toBuilder().put(name, put(below, path, at + 1, value)).build();
  }

  private static ObjectValue withManifest(ObjectValue data, String name, Manifest manifest)
      throws Failure {
    StringBuilder text = new StringBuilder();
    manifest.write(new JsonWriter(text, "", true));
    ObjectValue entry =
        ObjectValue.builder()
            .put("manifest", Documents.json(Utf8.encode(text.toString())))
            .put("etag", StringValue.EMPTY)
            .build();
    return put(data, List.of("system", "bundles", name), 0, entry);
  }

  private record Root(String bundle, String path) {
    String canonical() {
      return path.isEmpty() ? "/" : "/" + path + "/";
    }

    String shown() {
      return path;
    }
  }

  private static void refuseOverlaps(Map<String, Bundle> bundles) throws Failure {
    List<Root> roots = new ArrayList<>();
    TreeSet<String> owningAll = new TreeSet<>(Utf8::compare);
    for (Map.Entry<String, Bundle> entry : bundles.entrySet()) {
      for (String root : entry.getValue().manifest().roots()) {
        roots.add(new Root(entry.getKey(), root));
        if (root.isEmpty()) {
          owningAll.add(entry.getKey());
        }
      }
    }
    roots.sort(Comparator.comparing(Root::canonical).thenComparing(Root::bundle));
    TreeSet<String> colliding = new TreeSet<>(Utf8::compare);
    TreeSet<String> conflicts = new TreeSet<>(Utf8::compare);
    for (int i = 0; i < roots.size(); i++) {
      for (int j = i + 1; j < roots.size(); j++) {
        Root first = roots.get(i);
        Root second = roots.get(j);
        boolean overlap = second.canonical().startsWith(first.canonical());
        if (overlap && !first.bundle.equals(second.bundle)) {
          colliding.add(first.bundle);
          colliding.add(second.bundle);
          conflicts.add(conflict(first, second));
        }
      }
    }
    if (colliding.isEmpty()) {
      return;
    }
    String names = String.join(", ", colliding);
    throw Failure.of(
        owningAll.isEmpty()
            ? "detected overlapping roots in manifests for these bundles: ["
                + names
                + "] ("
                + String.join(", ", conflicts)
                + ")"
            : "bundles ["
                + names
                + "] have overlapping roots and cannot be activated simultaneously because"
                + " bundle(s) ["
                + String.join(", ", owningAll)
                + "] specify empty root paths ('') which overlap with any other bundle root");
  }

  private static String conflict(Root first, Root second) {
    return first.path.equals(second.path)
        ? "root " + first.shown() + " is in multiple bundles"
        : first.shown() + " overlaps " + second.shown();
  }
}
