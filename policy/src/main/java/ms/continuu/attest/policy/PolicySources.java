package ms.continuu.attest.policy;

import java.util.List;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;

/// Policies as text, with the data that came along.
///
/// @param library modules to draw on for what the files refer to and do not define
public record PolicySources(List<SourceFile> files, ObjectValue data, List<SourceFile> library) {
  public PolicySources {
    files = List.copyOf(files);
    library = List.copyOf(library);
  }

  public PolicySources(List<SourceFile> files, ObjectValue data) {
    this(files, data, List.of());
  }
}
