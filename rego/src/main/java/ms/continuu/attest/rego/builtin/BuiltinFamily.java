package ms.continuu.attest.rego.builtin;

/// A family of built-ins, such as those on strings. A family that needs a library is provided as a
/// service.
@FunctionalInterface
public interface BuiltinFamily {
  void addTo(BuiltinRegistry registry);
}
