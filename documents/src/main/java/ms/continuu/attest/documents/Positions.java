package ms.continuu.attest.documents;

import java.util.List;
import ms.continuu.attest.value.Location;
import ms.continuu.attest.value.Value;

/// Where the nodes of a document stand in its source.
public interface Positions {

  /// The place of the node at a path of keys and indexes; for a member of an object, the place of
  /// its key. Where the path leads nowhere, the place of its deepest node that exists.
  Location locate(List<Value> path);
}
