package ms.continuu.attest.policy;

import java.util.function.Supplier;

/// A dialect of policies.
public interface PolicyFrontend {

  /// The dialect's name, such as `rego`.
  String dialect();

  /// Loads the sources it recognises and leaves the rest.
  Loaded load(PolicySources sources);

  /// A group from its image: it judges at once, without its sources having been read.
  ///
  /// @param sources what it was made from, wherever that lies now
  /// @param whole makes the same group from its sources, for what an image cannot do
  /// @throws RuntimeException when the bytes are no image of this version
  PolicyGroup open(byte[] image, PolicySources sources, Supplier<PolicyGroup> whole);
}
