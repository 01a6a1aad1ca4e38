package ms.continuu.attest.rego.interpret;

import java.util.List;
import java.util.Map;
import ms.continuu.attest.rego.host.Cancellation;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a run is given.
///
/// @param prints takes what `print` prints, with its place; null to drop it
/// @param cancelled polled; may end the run
/// @param rewrittenVars what the user called a generated variable, for traces
/// @param shared what built-ins keep across runs
/// @param strictBuiltinErrors the first fault of a built-in is what the run comes to
/// @param keepBuiltinErrors faults of built-ins are reported
public record RunOptions(
    @Nullable Value input,
    ObjectValue data,
    Host host,
    Limits limits,
    boolean indexing,
    boolean earlyExit,
    List<Tracer> tracers,
    @Nullable PrintSink prints,
    @Nullable Cancellation cancelled,
    Map<String, String> rewrittenVars,
    SharedCache shared,
    boolean strictBuiltinErrors,
    boolean keepBuiltinErrors) {

  /// Takes what `print` prints.
  @FunctionalInterface
  public interface PrintSink {
    void print(Location location, String text);
  }
}
