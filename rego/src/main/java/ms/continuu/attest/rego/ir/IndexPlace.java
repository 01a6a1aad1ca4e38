package ms.continuu.attest.rego.ir;

import ms.continuu.attest.value.Value;
import org.jspecify.annotations.Nullable;

/// Where an index looks: into the input, the base documents, or an argument of the call.
///
/// @param argument the position, for an argument
public record IndexPlace(Root root, Value[] path, int argument) {

  /// The root of a path.
  public enum Root {
    INPUT,
    DATA,
    ARGUMENT
  }

  public static IndexPlace argument(int position) {
    return new IndexPlace(Root.ARGUMENT, new Value[0], position);
  }

  @Nullable Value resolve(RuleIndex.Resolver resolver) {
    return switch (root) {
      case INPUT -> resolver.input(path);
      case DATA -> resolver.data(path);
      case ARGUMENT -> resolver.argument(argument);
    };
  }
}
