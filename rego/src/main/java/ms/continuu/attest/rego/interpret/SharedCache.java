package ms.continuu.attest.rego.interpret;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What built-ins derive from a key alone and keep across runs, such as compiled patterns; the
/// longest unused goes first. Safe to use from any thread.
public final class SharedCache {
  private static final int CAPACITY = 2_000;

  private final Map<Derived, Object> entries =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Derived, Object> eldest) {
          return size() > CAPACITY;
        }
      };

  private record Derived(Class<?> type, Object key) {}

  /// The thing of a type for a key, made at first use.
  public <K, T> T get(Class<T> type, K key, Function<K, T> make) {
    Derived entry = new Derived(type, key);
    synchronized (entries) {
      Object known = entries.get(entry);
      if (known != null) {
        return type.cast(known);
      }
    }
    T made = make.apply(key);
    synchronized (entries) {
      entries.put(entry, made);
    }
    return made;
  }
}
