package ms.continuu.attest.documents.yaml;

import java.util.List;
import ms.continuu.attest.value.Value;

/// Makes nodes of a caller's own of a YAML text, for who has to know how things are written.
///
/// @param <N> a node; the target of an alias is made once and stands in several places
public interface NodeMaker<N> {
  /// A scalar.
  ///
  /// @param text its text, without quotes
  /// @param value what it stands for
  /// @param plain it has neither quotes nor a tag
  /// @param line from 1
  N scalar(String text, Value value, boolean plain, int line);

  N sequence(List<N> items, int line);

  /// A mapping; a merge key is a plain scalar `<<` among its keys.
  N mapping(List<N> keys, List<N> values, int line);
}
