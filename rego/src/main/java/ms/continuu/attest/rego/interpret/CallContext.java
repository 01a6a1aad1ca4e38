package ms.continuu.attest.rego.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import ms.continuu.attest.rego.builtin.BuiltinContext;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.Location;

/// What built-ins may know of the run.
final class CallContext implements BuiltinContext {
  private final Machine m;
  private final Map<Object, Object> kept = new HashMap<>();
  private Location location = Location.NONE;
  private long now;
  private boolean nowKnown;

  CallContext(Machine machine) {
    m = machine;
  }

  CallContext at(Location place) {
    location = place;
    return this;
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public Host host() {
    m.effects = true;
    return m.options.host();
  }

  @Override
  public long nowNanos() {
    if (!nowKnown) {
      now = m.options.host().nowNanos();
      nowKnown = true;
    }
    return now;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T perQuery(Object key, Supplier<T> make) {
    Object known = kept.get(key);
    if (known == null) {
      T made = make.get();
      kept.put(key, made);
      return made;
    }
    return (T) known;
  }

  @Override
  public <K, T> T shared(Class<T> type, K key, Function<K, T> make) {
    return m.options.shared().get(type, key, make);
  }

  @Override
  public void checkCancelled(String words) {
    m.budget.check(location, words);
  }

  @Override
  public void checkSize(long members, String words) {
    m.budget.check(location, words);
    m.budget.grown(members, location);
  }
}
