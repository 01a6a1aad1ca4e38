package ms.continuu.attest.policy;

/// A dialect of policies.
public interface PolicyFrontend {

  /// The dialect's name, such as `rego`.
  String dialect();

  /// Loads the sources it recognises and leaves the rest.
  Loaded load(PolicySources sources);
}
