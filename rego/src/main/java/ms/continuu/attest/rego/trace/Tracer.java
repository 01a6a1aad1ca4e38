package ms.continuu.attest.rego.trace;

/// Is told every step of a run, in order. A run without tracers pays nothing for them.
public interface Tracer {
  void trace(TraceEvent event);

  /// Whether events must tell the values of variables.
  default boolean wantsVariables() {
    return true;
  }
}
