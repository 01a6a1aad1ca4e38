package ms.continuu.attest.operations.load;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import ms.continuu.attest.rego.syntax.Module;
import ms.continuu.attest.value.ObjectValue;

/// What files hold: policies by name, and data.
public record Loaded(SortedMap<String, RegoFile> modules, ObjectValue data) {

  /// A policy with its bytes.
  public record RegoFile(String name, Module module, byte[] bytes) {}

  public Loaded {
    modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
  }

  /// The policies, in order of name.
  public List<Module> parsed() {
    return modules.values().stream().map(RegoFile::module).toList();
  }
}
