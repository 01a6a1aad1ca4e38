package ms.continuu.attest.policy;

import java.util.List;
import ms.continuu.attest.value.ObjectValue;
import ms.continuu.attest.value.SourceFile;

/// Policies as text, with the data that came along.
public record PolicySources(List<SourceFile> files, ObjectValue data) {
  public PolicySources {
    files = List.copyOf(files);
  }
}
