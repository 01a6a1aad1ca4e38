package ms.continuu.attest.rego.builtin;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.Json;
import ms.continuu.attest.value.JsonSyntaxException;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;

/// Calls a built-in outside an evaluation: operands as JSON, the answer as Rego text, a fault as `!
/// ` and its message, undefined as `undefined`.
final class Call implements BuiltinContext, Host {
  private static final BuiltinRegistry REGISTRY = Builtins.standard();
  private final Map<Object, Object> kept = new HashMap<>();

  static String of(String name, String... operands) {
    return new Call().with(name, operands);
  }

  /// A call in the same query as the calls before.
  String with(String name, String... operands) {
    Value[] values = Arrays.stream(operands).map(Call::value).toArray(Value[]::new);
    try {
      Value result = Objects.requireNonNull(REGISTRY.get(name), name).call(this, values);
      return result == null ? "undefined" : result.toString();
    } catch (BuiltinFault fault) {
      return "! " + fault.getMessage();
    }
  }

  private static Value value(String json) {
    try {
      return Json.parse(json);
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  @Override
  public Location location() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Host host() {
    return this;
  }

  @Override
  public long nowNanos() {
    return 1_700_000_000_000_000_000L;
  }

  @Override
  @SuppressWarnings("unchecked") // the maker of a key knows the type of what it keeps there
  public <T> T perQuery(Object key, Supplier<T> make) {
    return (T) kept.computeIfAbsent(key, k -> make.get());
  }

  @Override
  public <K, T> T shared(Class<T> type, K key, Function<K, T> make) {
    return make.apply(key);
  }

  @Override
  public void checkCancelled(String words) {}

  @Override
  public void checkSize(long members, String words) {}

  @Override
  public void randomBytes(byte[] bytes) {
    Arrays.fill(bytes, (byte) kept.size());
  }

  @Override
  public long randomLong(long bound) {
    return kept.size() % bound;
  }

  @Override
  public Value runtime() {
    return value(
        """
        {"env": {}, "config": {"labels": {"a": "b"}, "keys": {"k": {"key": "s", "algorithm": "x"}},
         "services": {"s": {"url": "u", "credentials": {"bearer": {"token": "t"}}}}}}\
        """);
  }

  @Override
  public List<String> lookUpAddresses(String name) throws IOException {
    if (name.equals("localhost")) {
      return List.of("127.0.0.1", "::1");
    }
    throw new IOException("lookup " + name + ": no such host");
  }

  @Override
  public HttpReply send(HttpCall call) throws IOException {
    throw new IOException("no network: " + call.url());
  }
}
