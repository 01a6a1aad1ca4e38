package ms.continuu.attest.operations.opa;

import java.util.List;
import java.util.function.Predicate;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;

/// Whether a document stands at a path, or on the way to it one that is no object.
record DataPaths(ObjectValue data) implements Predicate<List<String>> {

  @Override
  public boolean test(List<String> path) {
    Value value = data;
    for (String name : path) {
      if (!(value instanceof ObjectValue object)) {
        return true;
      }
      Value below = object.get(name);
      if (below == null) {
        return false;
      }
      value = below;
    }
    return !path.isEmpty();
  }
}
