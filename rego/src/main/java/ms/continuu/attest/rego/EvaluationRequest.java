package ms.continuu.attest.rego;

import java.util.List;
import ms.continuu.attest.rego.host.Cancellation;
import ms.continuu.attest.rego.host.Host;
import ms.continuu.attest.rego.host.Limits;
import ms.continuu.attest.rego.trace.Tracer;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// What a query is run with.
///
/// @param input null for undefined
/// @param data the base documents
/// @param strictBuiltinErrors a fault of a built-in ends the run instead of making the expression
///   undefined
/// @param collectBuiltinErrors faults of built-ins are listed in the evaluation
/// @param indexing rules are chosen by index
/// @param earlyExit rules with a constant value stop at the first result
/// @param prints takes what `print` prints, with its place; null to drop it
/// @param cancelled polled; may stop the run with `eval_cancel_error`
public record EvaluationRequest(
    @Nullable Value input,
    ObjectValue data,
    Host host,
    Limits limits,
    boolean strictBuiltinErrors,
    boolean collectBuiltinErrors,
    boolean indexing,
    boolean earlyExit,
    List<Tracer> tracers,
    @Nullable PrintSink prints,
    @Nullable Cancellation cancelled) {

  public EvaluationRequest {
    tracers = List.copyOf(tracers);
  }

  /// A plain run.
  public static EvaluationRequest of(@Nullable Value input, ObjectValue data, Host host) {
    return new EvaluationRequest(
        input, data, host, Limits.NONE, false, false, true, true, List.of(), null, null);
  }

  public EvaluationRequest withLimits(Limits wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        wanted,
        strictBuiltinErrors,
        collectBuiltinErrors,
        indexing,
        earlyExit,
        tracers,
        prints,
        cancelled);
  }

  public EvaluationRequest withStrictBuiltinErrors(boolean wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        limits,
        wanted,
        collectBuiltinErrors,
        indexing,
        earlyExit,
        tracers,
        prints,
        cancelled);
  }

  public EvaluationRequest withCollectBuiltinErrors(boolean wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        limits,
        strictBuiltinErrors,
        wanted,
        indexing,
        earlyExit,
        tracers,
        prints,
        cancelled);
  }

  public EvaluationRequest withIndexing(boolean wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        limits,
        strictBuiltinErrors,
        collectBuiltinErrors,
        wanted,
        earlyExit,
        tracers,
        prints,
        cancelled);
  }

  public EvaluationRequest withEarlyExit(boolean wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        limits,
        strictBuiltinErrors,
        collectBuiltinErrors,
        indexing,
        wanted,
        tracers,
        prints,
        cancelled);
  }

  public EvaluationRequest withTracers(List<Tracer> wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        limits,
        strictBuiltinErrors,
        collectBuiltinErrors,
        indexing,
        earlyExit,
        wanted,
        prints,
        cancelled);
  }

  public EvaluationRequest withPrints(@Nullable PrintSink wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        limits,
        strictBuiltinErrors,
        collectBuiltinErrors,
        indexing,
        earlyExit,
        tracers,
        wanted,
        cancelled);
  }

  public EvaluationRequest withCancelled(@Nullable Cancellation wanted) {
    return new EvaluationRequest(
        input,
        data,
        host,
        limits,
        strictBuiltinErrors,
        collectBuiltinErrors,
        indexing,
        earlyExit,
        tracers,
        prints,
        wanted);
  }

  /// Takes what `print` prints.
  @FunctionalInterface
  public interface PrintSink {
    void print(Location location, String text);
  }
}
