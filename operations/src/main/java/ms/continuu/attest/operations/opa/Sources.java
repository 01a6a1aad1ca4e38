package ms.continuu.attest.operations.opa;

import java.util.List;
import ms.continuu.attest.operations.files.Language;

/// The policies and data that an operation works with, by paths of the command line.
///
/// @param data files and directories
/// @param bundles bundles, archives or directories
/// @param ignored shell patterns of names that are left out
/// @param schema a schema file or a directory of them; empty for none
public record Sources(
    List<String> data,
    List<String> bundles,
    List<String> ignored,
    Language language,
    String schema) {
  public Sources {
    data = List.copyOf(data);
    bundles = List.copyOf(bundles);
    ignored = List.copyOf(ignored);
  }
}
