package ms.continuu.attest.rego.interpret;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import ms.continuu.attest.rego.ir.Operand.Comprehension;
import ms.continuu.attest.rego.runtime.VirtualCache;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// The results of indexed comprehensions, by the values of the variables they are indexed by.
final class ComprehensionCache {
  private Frame top = new Frame(null);

  private static final class Frame {
    final @Nullable Frame outer;
    final IdentityHashMap<Comprehension, Map<VirtualCache.Key, Value>> groups =
        new IdentityHashMap<>();

    Frame(@Nullable Frame outer) {
      this.outer = outer;
    }
  }

  void push() {
    top = new Frame(top);
  }

  void pop() {
    Frame outer = top.outer;
    if (outer == null) {
      throw new IllegalStateException("nothing was pushed");
    }
    top = outer;
  }

  @Nullable Map<VirtualCache.Key, Value> get(Comprehension comprehension) {
    return top.groups.get(comprehension);
  }

  void put(Comprehension comprehension, Map<VirtualCache.Key, Value> groups) {
    top.groups.put(comprehension, new HashMap<>(groups));
  }
}
