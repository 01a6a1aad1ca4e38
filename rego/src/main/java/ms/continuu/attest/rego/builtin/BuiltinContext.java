package ms.continuu.attest.rego.builtin;

import java.util.function.Function;
import java.util.function.Supplier;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.value.Location;

/// What a built-in may know of the evaluation that calls it.
public interface BuiltinContext {

  /// The place of the call.
  Location location();

  /// The world outside. Built-ins have no other effect.
  Host host();

  /// The query's one moment, in nanoseconds since 1970.
  long nowNanos();

  /// Something kept for the rest of this query, made at first use.
  <T> T perQuery(Object key, Supplier<T> make);

  /// Something derived from `key` alone and kept across queries, within a bounded cache: compiled
  /// patterns and the like.
  <K, T> T shared(Class<T> type, K key, Function<K, T> make);

  /// Stops the query with the limit's or the caller's reason when it has been cancelled; long loops
  /// call it often.
  default void checkCancelled() throws BuiltinFault {
    checkCancelled("");
  }

  /// The same with words of the built-in's own; empty for the caller's reason.
  void checkCancelled(String words) throws BuiltinFault;

  /// The same for a result that has grown to so many members, which may be more than the limit.
  void checkSize(long members, String words) throws BuiltinFault;
}
